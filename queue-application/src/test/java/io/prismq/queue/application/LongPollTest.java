package io.prismq.queue.application;

import static io.prismq.queue.application.Polls.EMAIL;
import static io.prismq.queue.application.Polls.LONG;
import static io.prismq.queue.application.Polls.assertBrings;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LongPollTest {
    private final Polls polls = new Polls();

    @AfterEach
    void close() {
        polls.signals.close();
    }

    @Test
    void answersAtOnceWhereATaskIsThere() {
        Task task = polls.queue.insert(aTask());

        assertBrings(polls.poll(EMAIL), task);
        assertThat(polls.store.writes()).isEqualTo(1);
    }

    @Test
    void answersWhenATaskIsEnqueued() {
        CompletableFuture<List<StoredTask>> poll = polls.poll(EMAIL);
        assertThat(poll).isNotDone();

        Task task = polls.queue.insert(aTask());

        assertBrings(poll, task);
        assertThat(polls.store.writes()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void answersWhenATaskIsQueuedAgain(Return way) {
        Task task = way.before(polls.queue);
        CompletableFuture<List<StoredTask>> poll = polls.poll(EMAIL);

        way.happen(polls.queue, task);

        assertBrings(poll, task);
    }

    @Test
    void bringsAsManyAsThereAre() {
        CompletableFuture<List<StoredTask>> poll =
                polls.poll(ClaimCommand.of(WORKER, EMAIL, 10), LONG, new CompletableFuture<>());

        Task[] tasks = done(
                polls.queue.store.write(tx -> new Task[] {tx.insert(aTask().build()), tx.insert(aTask().build())}));

        assertBrings(poll, tasks);
    }

    @Test
    void bringsNothingWhenTheWaitEnds() {
        CompletableFuture<List<StoredTask>> poll =
                polls.poll(ClaimCommand.of(WORKER, EMAIL, 1), Duration.ofMillis(1), new CompletableFuture<>());

        assertThat(done(poll)).isEmpty();
        polls.queue.insert(aTask());
        assertThat(polls.store.writes()).isEqualTo(1);
    }

    @Test
    void bringsNothingAtOnceWhereNobodyWantsToWait() {
        assertThat(done(polls.poll(ClaimCommand.of(WORKER, EMAIL, 1), Duration.ZERO, new CompletableFuture<>())))
                .isEmpty();
        assertThat(polls.store.writes()).isEqualTo(1);
    }

    /** The ways in which a task is queued that was not new. */
    enum Return {
        RETRY {
            @Override
            Task before(TestQueue queue) {
                return queue.insert(TaskStatus.FAILED);
            }

            @Override
            void happen(TestQueue queue, Task task) {
                done(queue.submission.retry(task.id(), BY));
            }
        },
        DUE {
            @Override
            Task before(TestQueue queue) {
                return queue.insert(aTask().delay(Duration.ofSeconds(1)));
            }

            @Override
            void happen(TestQueue queue, Task task) {
                queue.clock.advance(Duration.ofSeconds(1));
                done(queue.upkeep.promoteDue());
            }
        },
        RELEASE {
            @Override
            Task before(TestQueue queue) {
                queue.insert(aTask());
                return queue.claim(TYPE);
            }

            @Override
            void happen(TestQueue queue, Task task) {
                queue.settle(task, new Settlement.Release(Duration.ZERO));
            }
        },
        LEASE_EXPIRY {
            @Override
            Task before(TestQueue queue) {
                queue.insert(aTask());
                return queue.claim(TYPE);
            }

            @Override
            void happen(TestQueue queue, Task task) {
                queue.clock.advance(Duration.ofMinutes(1));
                done(queue.upkeep.endLeases(Instant.EPOCH));
            }
        };

        abstract Task before(TestQueue queue);

        abstract void happen(TestQueue queue, Task task);
    }
}
