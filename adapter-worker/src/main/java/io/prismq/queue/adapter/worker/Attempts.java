package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** The attempts that occupy this worker's slots. */
final class Attempts {
    private final Workplace place;
    private final HandlerRegistry handlers;
    private final Executor threads;
    private final List<Attempt> occupying = new ArrayList<>();

    Attempts(Workplace place, HandlerRegistry handlers, Executor threads) {
        this.place = place;
        this.handlers = handlers;
        this.threads = threads;
    }

    void start(StoredTask claimed) {
        add(claimed).start(threads);
    }

    /** Gives a claimed task back without running it. */
    void giveBack(StoredTask claimed) {
        Attempt attempt = add(claimed);
        attempt.stop(new Settlement.Released(Duration.ZERO));
        attempt.start(Runnable::run);
    }

    void supervise(Instant now) {
        occupying.forEach(attempt -> attempt.supervise(now));
        occupying.removeIf(Attempt::isOver);
    }

    void heard(Task news) {
        occupying.forEach(attempt -> attempt.heard(news));
    }

    /** Gives back every task whose handler has not ended. */
    void releaseAll() {
        occupying.forEach(attempt -> attempt.stop(new Settlement.Released(Duration.ZERO)));
    }

    /** When one of them has next something to do. */
    Instant due() {
        return occupying.stream().map(Attempt::due).min(Instant::compareTo).orElse(Instant.MAX);
    }

    int freeSlots() {
        return place.settings().slots() - occupying.size();
    }

    List<TaskId> unsettled() {
        return occupying.stream()
                .filter(attempt -> !attempt.isSettled())
                .map(attempt -> attempt.hold().id())
                .toList();
    }

    private Attempt add(StoredTask claimed) {
        Hold hold = Hold.of(claimed);
        Attempt attempt = new Attempt(place, hold, handlers.of(hold.task().type()), claimed.payload());
        occupying.add(attempt);
        return attempt;
    }
}
