package io.prismq.queue.adapter.http.maintenance;

import io.prismq.queue.domain.task.TaskType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What operators can ask for. Each is named alike in paths, with hyphens, and in task types, with underscores. */
enum Operation {
    CLEANUP_RUNS(true),
    HEALTH_CHECK(false),
    CLEANUP_TEMP_FILES(true),
    LOG_STATISTICS(false);

    static final List<TaskType> TYPES =
            Arrays.stream(values()).map(Operation::type).toList();

    private final boolean takesAge;

    Operation(boolean takesAge) {
        this.takesAge = takesAge;
    }

    /** Whether it can be told from which age on something is cleaned away. */
    boolean takesAge() {
        return takesAge;
    }

    TaskType type() {
        return new TaskType(name().toLowerCase(Locale.ROOT));
    }

    String path() {
        return MaintenanceLinks.PATH + "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
