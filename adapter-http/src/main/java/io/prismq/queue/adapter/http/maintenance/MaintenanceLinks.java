package io.prismq.queue.adapter.http.maintenance;

import io.prismq.queue.domain.task.TaskId;

/** Where maintenance is found. */
final class MaintenanceLinks {
    static final String PATH = "/api/system/maintenance";
    static final String TASKS = PATH + "/tasks";

    private MaintenanceLinks() {}

    static String of(TaskId id) {
        return TASKS + "/" + id;
    }
}
