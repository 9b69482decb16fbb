package io.prismq.queue.architecture.violations.adapter.http;

import io.prismq.queue.architecture.violations.domain.task.Status;
import java.util.List;

public record StatusBody(List<Status> statuses) {}
