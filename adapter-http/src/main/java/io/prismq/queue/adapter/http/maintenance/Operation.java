package io.prismq.queue.adapter.http.maintenance;

import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.TaskType;
import java.util.Locale;

/**
 * What operators can ask for: one for each of {@link io.prismq.queue.application.MaintenanceTypes}. Each is named alike in
 * paths, with hyphens, and in task types, with underscores.
 */
public enum Operation {
    CLEANUP_RUNS(true),
    HEALTH_CHECK(false),
    CLEANUP_TEMP_FILES(true),
    LOG_STATISTICS(false);

    public static final int DEFAULT_AGE_HOURS = 24;
    public static final int MAX_AGE_HOURS = 87_600;

    private final boolean takesAge;

    Operation(boolean takesAge) {
        this.takesAge = takesAge;
    }

    /** Whether it can be told from which age on something is cleaned away. */
    public boolean takesAge() {
        return takesAge;
    }

    public TaskType type() {
        return new TaskType(name().toLowerCase(Locale.ROOT));
    }

    /**
     * What its task is enqueued with.
     *
     * @param maxAgeHours for an operation that takes an age, 0 to {@value #MAX_AGE_HOURS}
     */
    public Payload payload(int maxAgeHours) {
        return takesAge ? new Payload("{\"max_age_hours\":" + maxAgeHours + "}") : Payload.EMPTY;
    }

    String path() {
        return MaintenanceLinks.PATH + "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
