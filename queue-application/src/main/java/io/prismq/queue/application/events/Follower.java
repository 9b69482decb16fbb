package io.prismq.queue.application.events;

import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Somebody's place in the event log. It asks for what comes next, one question at a time; while it does not ask, nothing
 * is kept for it. Far behind, it reads the store; close by, what is in memory.
 */
public final class Follower implements AutoCloseable {
    private final EventFeed feed;
    private final EventFilter filter;
    private final AtomicLong position;
    private final AtomicBoolean keepsUp = new AtomicBoolean();
    private final AtomicLong answeredAt = new AtomicLong();

    Follower(EventFeed feed, EventFilter filter, long position) {
        this.feed = feed;
        this.filter = filter;
        this.position = new AtomicLong(position);
    }

    /**
     * What comes next, as soon as there is something; no thread waits. Not to be asked again before it has answered.
     *
     * @param patience how long to wait at most; positive
     * @return fails with {@link TaskStoreException} if the store cannot be read
     */
    public CompletionStage<News> next(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        return CompletableFuture.supplyAsync(() -> wasSlow() ? dropped() : look(deadline), feed.threads())
                .thenCompose(stage -> stage)
                .whenComplete((news, error) -> answeredAt.set(System.nanoTime()));
    }

    /** Hears no more. */
    @Override
    public void close() {
        feed.leave(this);
    }

    private CompletionStage<News> look(long deadline) {
        while (!feed.isClosed()) {
            News next = feed.recent(position.get()).map(this::closeBy).orElseGet(this::behind);
            if (!(next instanceof News.Events some)) {
                return CompletableFuture.completedStage(next);
            }
            if (some.events().isEmpty()) {
                return later(deadline);
            }
            position.set(some.upTo());
            List<QueueEvent> wanted =
                    some.events().stream().filter(filter::admits).toList();
            if (!wanted.isEmpty() || left(deadline).isNegative()) {
                return CompletableFuture.completedStage(new News.Events(wanted, some.upTo()));
            }
        }
        return CompletableFuture.completedStage(new News.Closed());
    }

    private CompletionStage<News> later(long deadline) {
        Duration left = left(deadline);
        return left.toMillis() <= 0
                ? CompletableFuture.completedStage(new News.Events(List.of(), position.get()))
                : feed.await(position.get(), left).thenComposeAsync(woken -> look(deadline), feed.threads());
    }

    private boolean wasSlow() {
        return keepsUp.get()
                && System.nanoTime() - answeredAt.get() >= feed.tolerance().toNanos()
                && feed.recent(position.get()).isEmpty();
    }

    private CompletionStage<News> dropped() {
        return CompletableFuture.completedStage(new News.Dropped(position.get()));
    }

    private News closeBy(List<QueueEvent> recent) {
        keepsUp.set(true);
        return News.Events.of(recent, position.get());
    }

    private News behind() {
        long from = position.get();
        keepsUp.set(false);
        EventFeed.Kept kept = feed.kept(from);
        if (!kept.span().follows(from)) {
            position.set(kept.span().before());
            return new News.Reset(kept.span().before());
        }
        return News.Events.of(kept.events(), from);
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(deadline - System.nanoTime());
    }
}
