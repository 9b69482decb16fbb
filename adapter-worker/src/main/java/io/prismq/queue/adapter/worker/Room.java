package io.prismq.queue.adapter.worker;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.prismq.queue.adapter.worker.attempt.Attempts;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a worker has room for. A claim takes the first tasks of several types, and may bring those of one type alone: so
 * it asks for no more than the narrowest of them has room for. Where all that it brought is of wider types, the next one
 * goes on without the narrowest, until the room is filled or nothing is left.
 */
final class Room {
    /**
     * What to claim next.
     *
     * @param narrowest the types that bound the limit; none where the room in all does
     */
    record Portion(Set<TaskType> types, int limit, Set<TaskType> narrowest) {
        boolean isEmpty() {
            return types.isEmpty() || limit < 1;
        }
    }

    /** How long what was claimed ahead on a guess may wait for a slot, though others might run it. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Slots slots;
    private final Set<TaskType> types;
    private final Attempts attempts;
    private final Foresight foresight;
    private final Set<TaskType> passedOver = new HashSet<>();

    Room(Slots slots, Set<TaskType> types, Attempts attempts, Foresight foresight) {
        this.foresight = foresight;
        this.slots = slots;
        this.types = types;
        this.attempts = attempts;
    }

    Set<TaskType> types() {
        return types;
    }

    /** Whether there is any, whatever the bounds of the types. */
    boolean isOpen() {
        return inAll() > 0;
    }

    /** Gives back what should have begun long ago, if anybody had known how long the tasks before it last. */
    void giveBackLate(Instant now) {
        if (slots.prefetch() == null && attempts.releaseWaiting(now.minus(PATIENCE))) {
            foresight.erred();
        }
    }

    Portion next() {
        Set<TaskType> open = only(types, type -> of(type) > 0 && !passedOver.contains(type));
        if (open.isEmpty()) {
            passedOver.clear();
            open = only(types, type -> of(type) > 0);
        }
        int all = inAll();
        int limit = open.stream().mapToInt(this::of).reduce(all, Math::min);
        return new Portion(open, limit, limit < all ? only(open, type -> of(type) == limit) : Set.of());
    }

    /**
     * Learns what a claim brought.
     *
     * @return whether it may have left more behind
     */
    boolean learn(Portion asked, List<StoredTask> claimed) {
        boolean full = claimed.size() >= asked.limit();
        if (full && !asked.narrowest().isEmpty()) {
            Set<TaskType> brought =
                    claimed.stream().map(found -> found.task().type()).collect(toUnmodifiableSet());
            passedOver.addAll(only(asked.narrowest(), type -> !brought.contains(type)));
        } else {
            passedOver.clear();
        }
        return full;
    }

    /** None while every slot is taken by a stuck handler: what is claimed now would wait for nobody knows how long. */
    private int inAll() {
        long most = (long) slots.all() + foresight.ahead();
        return attempts.stuck() < slots.all() ? (int) Math.min(most - attempts.size(), Integer.MAX_VALUE) : 0;
    }

    private int of(TaskType type) {
        OptionalInt most = slots.most(type);
        return most.isPresent() ? most.getAsInt() - attempts.size(type) : Integer.MAX_VALUE;
    }

    private static Set<TaskType> only(Set<TaskType> types, Predicate<TaskType> which) {
        return types.stream().filter(which).collect(toUnmodifiableSet());
    }
}
