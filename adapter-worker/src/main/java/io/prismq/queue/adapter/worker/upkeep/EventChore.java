package io.prismq.queue.adapter.worker.upkeep;

import io.prismq.queue.adapter.worker.loop.Durable;
import io.prismq.queue.application.events.EventRetention;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Forgets the events that are kept no longer. */
public final class EventChore implements Chore {
    private static final Duration WAIT = Duration.ofMinutes(1);

    private final EventRetention retention;

    public EventChore(EventRetention retention) {
        this.retention = retention;
    }

    @Override
    public Duration runOnce() throws ExecutionException, InterruptedException {
        int forgotten;
        do {
            long begun = System.nanoTime();
            forgotten = Durable.await(retention.forget());
            Rest.afterWorkSince(begun);
        } while (forgotten > 0);
        return WAIT;
    }
}
