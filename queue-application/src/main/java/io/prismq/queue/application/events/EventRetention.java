package io.prismq.queue.application.events;

import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStore;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Keeps the event log from growing without end, in units of work so short that nobody waits for them. */
public final class EventRetention {
    /** Commits of a unit: each is a row, and a row may hold the events of a thousand tasks. */
    static final int BATCH = 50;

    private final TaskStore store;
    private final Clock clock;
    private final Duration age;
    private final long most;

    /**
     * Keeps what both rules keep.
     *
     * @param age how long an event is kept; not negative
     * @param most how many of the latest events are kept, and some more where they share a commit; not negative
     */
    public EventRetention(TaskStore store, Clock clock, Duration age, long most) {
        this.store = store;
        this.clock = clock;
        this.age = age;
        this.most = most;
    }

    /**
     * Forgets some of the oldest events.
     *
     * @return 0 where none is left that is to be forgotten
     */
    public CompletionStage<Integer> forget() {
        return store.write(tx -> tx.history().forgetEvents(clock.now().minus(age), most, BATCH));
    }
}
