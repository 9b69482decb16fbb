package io.prismq.queue.application.audit;

import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStore;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Keeps the audit log from growing without end, in units of work so short that nobody waits for them. */
public final class AuditRetention {
    static final int BATCH = 100;

    private final TaskStore store;
    private final Clock clock;
    private final Duration age;

    /**
     * Keeps entries for a time.
     *
     * @param age not negative
     */
    public AuditRetention(TaskStore store, Clock clock, Duration age) {
        this.store = store;
        this.clock = clock;
        this.age = age;
    }

    /**
     * Forgets some of the oldest entries.
     *
     * @return 0 where none is left that is to be forgotten
     */
    public CompletionStage<Integer> forget() {
        return store.write(tx -> tx.history().audit().forget(clock.now().minus(age), BATCH));
    }
}
