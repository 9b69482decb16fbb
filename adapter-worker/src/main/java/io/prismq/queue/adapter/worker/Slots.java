package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.task.TaskType;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks a worker runs at a time.
 *
 * @param all of every type together; at least 1
 * @param byType of one type; at least 1; a type that is not named has no bound of its own
 * @param prefetch how many more tasks it claims ahead, to begin them as soon as a slot is free; not negative; null for as
 *     many as short tasks need. A type with a bound of its own is never claimed beyond it
 */
public record Slots(
        int all, Map<TaskType, Integer> byType, @Nullable Integer prefetch) {
    public Slots {
        if (all < 1) {
            throw new IllegalArgumentException("a worker has at least one slot, not " + all);
        }
        byType = Map.copyOf(byType);
        byType.forEach((type, slots) -> {
            if (slots < 1) {
                throw new IllegalArgumentException(
                        "a type has at least one slot, and %s not %d".formatted(type, slots));
            }
        });
        if (prefetch != null && prefetch < 0) {
            throw new IllegalArgumentException("a prefetch is not negative, and not " + prefetch);
        }
    }

    /** So many of any type, and ahead as many as short tasks need. */
    public static Slots of(int all) {
        return new Slots(all, Map.of(), null);
    }

    /** The most tasks of the type that the worker holds, whatever it holds of other types. */
    OptionalInt most(TaskType type) {
        Integer bound = byType.get(type);
        return bound == null ? OptionalInt.empty() : OptionalInt.of(bound);
    }
}
