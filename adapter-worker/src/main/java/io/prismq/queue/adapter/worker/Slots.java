package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.task.TaskType;
import java.util.Map;

/**
 * How many tasks a worker runs at a time.
 *
 * @param all of every type together; at least 1
 * @param byType of one type; at least 1; a type that is not named has no bound of its own
 * @param prefetch how many more tasks it claims ahead, to begin them as soon as a slot is free; not negative. A type with
 *     a bound of its own is never claimed beyond it
 */
public record Slots(int all, Map<TaskType, Integer> byType, int prefetch) {
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
        if (prefetch < 0) {
            throw new IllegalArgumentException("a prefetch is not negative, and not " + prefetch);
        }
    }

    /** So many of any type, and none ahead. */
    public static Slots of(int all) {
        return new Slots(all, Map.of(), 0);
    }

    /** The most tasks of the type that the worker holds, running or waiting. */
    int most(TaskType type) {
        return Math.min(byType.getOrDefault(type, Integer.MAX_VALUE), most());
    }

    /** The most tasks that the worker holds. */
    int most() {
        return Math.toIntExact(Math.min((long) all + prefetch, Integer.MAX_VALUE));
    }
}
