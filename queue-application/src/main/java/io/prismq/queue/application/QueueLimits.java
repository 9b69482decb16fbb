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

    boolean isNone() {
        return tasks.isEmpty() && bytes.isEmpty();
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
}
