package io.prismq.queue.application.events;

import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's place in the event log. It asks for what comes next, one question at a time; while it does not ask, nothing
 * is kept for it. Far behind, it reads the store; close by, what is in memory.
 *
 * <p>It gives its thread back after each page: nobody who keeps up waits for somebody who looks through the whole log.
 */
public final class Follower implements AutoCloseable {
    private final EventFeed feed;
    private final EventFilter filter;
    private final AtomicLong position;
    private final AtomicBoolean keepsUp = new AtomicBoolean();
    private final AtomicLong answeredAt = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicReference<@Nullable CompletableFuture<Void>> signal = new AtomicReference<>();

    /** What was asked, until when, and who waits for the answer. */
    private record Question(long deadline, CompletableFuture<News> answer) {
        void goOn(Executor threads, Runnable step) {
            threads.execute(() -> {
                try {
                    step.run();
                } catch (RuntimeException | Error failure) {
                    answer.completeExceptionally(failure);
                }
            });
        }

        Duration left() {
            return Duration.ofNanos(deadline - System.nanoTime());
        }

        boolean isOver() {
            return left().toMillis() <= 0;
        }
    }

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
        Question question = new Question(System.nanoTime() + patience.toNanos(), new CompletableFuture<>());
        question.goOn(feed.threads(), () -> begin(question));
        return question.answer().whenComplete((news, error) -> answeredAt.set(System.nanoTime()));
    }

    /** Hears no more, from now on: whoever asked is told that it is closed. */
    @Override
    public void close() {
        closed.set(true);
        feed.leave(this);
        Optional.ofNullable(signal.get()).ifPresent(waiting -> waiting.complete(null));
    }

    private void begin(Question question) {
        if (wasSlow()) {
            question.answer().complete(new News.Dropped(position.get()));
        } else {
            look(question);
        }
    }

    private void look(Question question) {
        if (closed.get() || feed.isClosed()) {
            question.answer().complete(new News.Closed());
            return;
        }
        Optional<List<QueueEvent>> recent = feed.recent(position.get());
        keepsUp.set(recent.isPresent());
        recent.ifPresentOrElse(
                next -> hear(question, next), () -> question.goOn(feed.catchingUp(), () -> lookBack(question)));
    }

    private void lookBack(Question question) {
        if (closed.get()) {
            question.answer().complete(new News.Closed());
            return;
        }
        News past = feed.past(position.get());
        if (past instanceof News.Events some) {
            hear(question, some.events());
            return;
        }
        if (past instanceof News.Reset reset) {
            position.set(reset.before());
        }
        question.answer().complete(past);
    }

    private void hear(Question question, List<QueueEvent> next) {
        News.Events told = Portion.of(next, filter, position.get());
        position.set(told.upTo());
        if (!told.events().isEmpty() || question.isOver()) {
            question.answer().complete(told);
        } else if (next.isEmpty()) {
            await(question);
        } else {
            question.goOn(feed.threads(), () -> look(question));
        }
    }

    private void await(Question question) {
        CompletableFuture<Void> news = feed.await(position.get(), question.left());
        signal.set(news);
        if (closed.get()) {
            news.complete(null);
        }
        news.thenRun(() -> question.goOn(feed.threads(), () -> look(question)));
    }

    private boolean wasSlow() {
        return keepsUp.get()
                && System.nanoTime() - answeredAt.get() >= feed.tolerance().toNanos()
                && feed.recent(position.get()).isEmpty();
    }
}
