package io.prismq.queue.adapter.http.events;

import io.prismq.queue.application.events.Follower;
import io.prismq.queue.application.events.News;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Tells one listener what happens: the next thing once it has taken the last one. No thread waits. */
final class Telling {
    /** How long a listener hears nothing at most, so that both sides know that the other is there. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Follower follower;
    private final Function<News, CompletionStage<Void>> say;
    private final BooleanSupplier mayListen;
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    private Telling(Follower follower, Function<News, CompletionStage<Void>> say, BooleanSupplier mayListen) {
        this.follower = follower;
        this.say = say;
        this.mayListen = mayListen;
    }

    /**
     * Begins to tell.
     *
     * @param say completes when the listener has taken it
     * @param mayListen is asked before anything is told
     * @return completes when there is nothing more to tell; fails where the listener is gone, or may not listen any more
     */
    static CompletionStage<Void> begin(
            Follower follower, Function<News, CompletionStage<Void>> say, BooleanSupplier mayListen) {
        Telling telling = new Telling(follower, say, mayListen);
        telling.over.whenComplete((end, error) -> follower.close());
        telling.next();
        return telling.over;
    }

    /** Keeps nothing of the news but whether they were the last: a listener may be slow to take them. */
    private CompletionStage<Boolean> said(News news) {
        if (!mayListen.getAsBoolean()) {
            return CompletableFuture.failedStage(new CancellationException("the key is worth nothing any more"));
        }
        boolean last = news instanceof News.Dropped || news instanceof News.Closed;
        return say.apply(news).thenApply(said -> last);
    }

    /** Not one stage composed from the other: the chain would grow for as long as somebody listens. */
    private void next() {
        follower.next(HEARTBEAT).thenCompose(this::said).whenComplete((last, error) -> {
            if (error != null) {
                over.completeExceptionally(error);
            } else if (last) {
                over.complete(null);
            } else {
                next();
            }
        });
    }
}
