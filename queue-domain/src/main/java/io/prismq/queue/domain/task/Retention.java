package io.prismq.queue.domain.task;

import java.time.Duration;

/** How long finished tasks are kept, counted from their end; nothing is negative, zero means not at all. */
public record Retention(Duration completed, Duration failed, Duration cancelled) {
    public static final Retention DEFAULT = new Retention(Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(7));

    public Retention {
        requireNotNegative("completed", completed);
        requireNotNegative("failed", failed);
        requireNotNegative("cancelled", cancelled);
    }

    /**
     * How long a task that ended so is kept.
     *
     * @throws IllegalArgumentException if the status is not a final one
     */
    public Duration of(TaskStatus status) {
        return switch (status) {
            case COMPLETED -> completed;
            case FAILED -> failed;
            case CANCELLED -> cancelled;
            default -> throw new IllegalArgumentException("a task that is %s has not ended".formatted(status));
        };
    }

    private static void requireNotNegative(String name, Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("how long %s tasks are kept is not %s".formatted(name, length));
        }
    }
}
