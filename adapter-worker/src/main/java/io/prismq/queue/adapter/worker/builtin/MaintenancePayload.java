package io.prismq.queue.adapter.worker.builtin;

import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Payload;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a maintenance task may be told. Whatever else stands in a payload is a mistake, and is named. */
final class MaintenancePayload {
    private static final String MAX_AGE = "max_age_hours";
    private static final int DEFAULT_HOURS = 24;
    private static final int MAX_HOURS = 87_600;

    private MaintenancePayload() {}

    /** The age from which something is cleaned away: 0 to 87,600 hours, 24 where the payload does not say. */
    static Duration maxAge(Payload payload) throws TaskRejectedException {
        JsonNode told = only(Set.of(MAX_AGE), payload).get(MAX_AGE);
        if (told == null) {
            return Duration.ofHours(DEFAULT_HOURS);
        }
        if (!told.isIntegralNumber() || !told.canConvertToInt() || told.intValue() < 0 || told.intValue() > MAX_HOURS) {
            throw new TaskRejectedException(
                    "%s is a whole number from 0 to %d, not %s".formatted(MAX_AGE, MAX_HOURS, told));
        }
        return Duration.ofHours(told.intValue());
    }

    static void requireEmpty(Payload payload) throws TaskRejectedException {
        only(Set.of(), payload);
    }

    private static JsonNode only(Set<String> known, Payload payload) throws TaskRejectedException {
        JsonNode object = Json.object(payload);
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw new TaskRejectedException("unknown field in the payload: " + name);
            }
        }
        return object;
    }
}
