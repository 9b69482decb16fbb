package io.prismq.queue.application;

import io.prismq.queue.domain.task.TaskType;
import java.util.List;

/** The types of the tasks by which the queue takes care of itself. */
public final class MaintenanceTypes {
    /** Deletes tasks, and so makes room. */
    public static final TaskType CLEANUP_RUNS = new TaskType("cleanup_runs");

    public static final TaskType HEALTH_CHECK = new TaskType("health_check");
    public static final TaskType CLEANUP_TEMP_FILES = new TaskType("cleanup_temp_files");
    public static final TaskType LOG_STATISTICS = new TaskType("log_statistics");

    public static final List<TaskType> ALL = List.of(CLEANUP_RUNS, HEALTH_CHECK, CLEANUP_TEMP_FILES, LOG_STATISTICS);

    private MaintenanceTypes() {}
}
