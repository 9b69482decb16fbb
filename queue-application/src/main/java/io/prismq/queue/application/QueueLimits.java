package io.prismq.queue.application;

import io.prismq.queue.domain.port.StoreFill;
import java.util.OptionalLong;

/**
 * From where on no more tasks are taken.
 *
 * @param tasks the most that are stored at a time, of every status; at least 1
 * @param bytes what the store may have in use; at least 1. The units that are on their way when it is met may exceed it
 */
public record QueueLimits(OptionalLong tasks, OptionalLong bytes) {
    public static final QueueLimits NONE = new QueueLimits(OptionalLong.empty(), OptionalLong.empty());

    private static final long RESERVED_TASKS = 10;
    private static final long RESERVED_BYTES = 1 << 20;

    boolean isNone() {
        return tasks.isEmpty() && bytes.isEmpty();
    }

    /** Those for what makes room: a little is kept for it, so that a queue that is full can be asked to clean up. */
    QueueLimits withReserve() {
        return new QueueLimits(more(tasks, RESERVED_TASKS), more(bytes, RESERVED_BYTES));
    }

    /**
     * Requires that so many more tasks fit.
     *
     * @throws QueueFullException if they do not
     */
    void requireRoom(StoreFill fill, long more) {
        if (tasks.isPresent() && fill.tasks() + more > tasks.getAsLong()) {
            throw new QueueFullException("The queue may hold %d tasks".formatted(tasks.getAsLong()));
        }
        if (bytes.isPresent() && fill.bytes() >= bytes.getAsLong()) {
            throw new QueueFullException("The database may have %d bytes in use".formatted(bytes.getAsLong()));
        }
    }

    private static OptionalLong more(OptionalLong limit, long reserve) {
        return limit.stream()
                .map(most -> Math.min(most, Long.MAX_VALUE - reserve) + reserve)
                .findFirst();
    }
}
