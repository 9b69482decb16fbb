package io.prismq.queue.adapter.http;

import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.TaskTypePolicies;
import java.util.List;

/**
 * How the maintenance that operators ask for is done.
 *
 * @param useTaskQueue whether it is enqueued; otherwise it is done at once, and answered with its result
 * @param handlers do it then: one for each operation
 * @param policies tell how long it may take then
 * @param tempDirectories in how many directories the cleanup of temporary files may delete
 */
public record HttpMaintenance(
        boolean useTaskQueue, List<TaskHandler> handlers, TaskTypePolicies policies, int tempDirectories) {
    public HttpMaintenance {
        handlers = List.copyOf(handlers);
    }
}
