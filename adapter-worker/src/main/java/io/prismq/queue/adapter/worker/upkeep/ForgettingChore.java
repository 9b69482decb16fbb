package io.prismq.queue.adapter.worker.upkeep;

import io.prismq.queue.adapter.worker.loop.Durable;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Forgets what a log keeps no longer. */
public final class ForgettingChore implements Chore {
    private static final Duration WAIT = Duration.ofMinutes(1);

    private final Supplier<CompletionStage<Integer>> forgetting;

    /**
     * Forgets again and again.
     *
     * @param forgetting forgets some of it; 0 where nothing is left to forget
     */
    public ForgettingChore(Supplier<CompletionStage<Integer>> forgetting) {
        this.forgetting = forgetting;
    }

    @Override
    public Duration runOnce() throws ExecutionException, InterruptedException {
        int forgotten;
        do {
            long begun = System.nanoTime();
            forgotten = Durable.await(forgetting.get());
            Rest.afterWorkSince(begun);
        } while (forgotten > 0);
        return WAIT;
    }
}
