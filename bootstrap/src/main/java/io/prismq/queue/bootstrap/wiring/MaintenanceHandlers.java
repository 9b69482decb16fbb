package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.domain.port.TaskHandler;
import java.util.List;

/** The handlers that every process brings, whether its worker is enabled or not. */
record MaintenanceHandlers(List<TaskHandler> all) {}
