package io.prismq.queue.adapter.worker.attempt;

import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;

/** The tasks that a worker holds: those whose handlers occupy its slots, and those that wait for a slot. */
public final class Attempts {
    private final Workplace place;
    private final Function<TaskType, TaskHandler> handlers;
    private final Executor threads;
    private final List<Attempt> held = new ArrayList<>();

    /** Those of a worker that has a handler for each of its types, and runs each on one of the threads. */
    public Attempts(Workplace place, Function<TaskType, TaskHandler> handlers, Executor threads) {
        this.place = place;
        this.handlers = handlers;
        this.threads = threads;
    }

    /** Holds a claimed task, which waits for a slot. */
    public void hold(StoredTask claimed) {
        add(claimed);
    }

    /** Gives a claimed task back without running it. */
    public void giveBack(StoredTask claimed) {
        add(claimed).stop(Attempt.GIVEN_BACK);
    }

    /** Begins what waits, in the order of the claims, as long as fewer than so many slots are occupied. */
    public void begin(int slots) {
        int free = slots - count(Attempt::isRunning);
        held.stream().filter(Attempt::isWaiting).limit(Math.max(0, free)).forEach(attempt -> attempt.begin(threads));
    }

    public void supervise(Instant now) {
        held.forEach(attempt -> attempt.supervise(now));
        held.removeIf(Attempt::isOver);
    }

    public void heard(Task news) {
        held.forEach(attempt -> attempt.heard(news));
    }

    /** Gives back every task that waits. */
    public void releaseWaiting() {
        held.stream().filter(Attempt::isWaiting).forEach(attempt -> attempt.stop(Attempt.GIVEN_BACK));
    }

    /** Gives back every task that waits since then or longer, and tells whether there was one. */
    public boolean releaseWaiting(Instant since) {
        List<Attempt> late = held.stream()
                .filter(attempt ->
                        attempt.isWaiting() && !attempt.hold().begun().isAfter(since))
                .toList();
        late.forEach(attempt -> attempt.stop(Attempt.GIVEN_BACK));
        return !late.isEmpty();
    }

    /** Gives back every task whose handler has not ended. */
    public void releaseAll() {
        held.forEach(attempt -> attempt.stop(Attempt.GIVEN_BACK));
    }

    /** When one of them has next something to do. */
    public Instant due() {
        return held.stream().map(Attempt::due).min(Instant::compareTo).orElse(Instant.MAX);
    }

    public int size() {
        return held.size();
    }

    /** How many are of the type. */
    public int size(TaskType type) {
        return count(attempt -> attempt.hold().task().type().equals(type));
    }

    /** How many handlers go on though they were told to end a while ago. */
    public int stuck() {
        return count(Attempt::isStuck);
    }

    public List<TaskId> unsettled() {
        return held.stream()
                .filter(attempt -> !attempt.isSettled())
                .map(attempt -> attempt.hold().id())
                .toList();
    }

    private Attempt add(StoredTask claimed) {
        Hold hold = Hold.of(claimed);
        Attempt attempt = new Attempt(place, hold, handlers.apply(hold.task().type()), claimed.payload());
        held.add(attempt);
        return attempt;
    }

    private int count(Predicate<Attempt> what) {
        return Math.toIntExact(held.stream().filter(what).count());
    }
}
