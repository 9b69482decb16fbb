package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.application.TestQueue.token;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whoever is named and asks for something is named by the events that it brings. */
class NamedCallersTest {
    private static final By CLIENT = new By("key 00000000000c", "192.0.2.1");
    private static final By WORKS = new By("key 00000000000d", "192.0.2.2");
    private static final By OPERATOR = new By("user ada", "192.0.2.3");
    private static final EnqueueCommand COMMAND = EnqueueCommand.of(TYPE, Payload.EMPTY);
    private static final ClaimCommand CLAIM = ClaimCommand.of(WORKER, TestQueue.skills(TYPE), 1);

    private final TestQueue queue = new TestQueue();

    @Test
    void areNamedByWhatTheyDid() {
        TaskId id = done(queue.submission.enqueue(List.of(COMMAND), CLIENT))
                .fold(accepted -> accepted.tasks().get(0).task().id(), reused -> new TaskId(1));
        Task held = done(queue.execution.claim(CLAIM, WORKS)).get(0).task();
        done(queue.execution.settle(
                new Settlement(
                        id,
                        token(held),
                        new Settlement.Fail(Failure.rejected("no"), Optional.empty(), Optional.empty())),
                WORKS));
        done(queue.submission.retry(id, OPERATOR));
        Task again = done(queue.execution.claim(CLAIM, Duration.ofHours(1), new CompletableFuture<>(), WORKS))
                .get(0)
                .task();
        done(queue.execution.settle(
                List.of(new Settlement(id, token(again), new Settlement.Release(Duration.ZERO))), WORKS));
        done(queue.submission.cancel(id, OPERATOR));
        done(queue.submission.delete(id, OPERATOR));
        done(queue.submission.order(COMMAND, OPERATOR));

        assertThat(events())
                .extracting(QueueEvent::what, QueueEvent::by)
                .containsExactly(
                        tuple(TaskEvent.ENQUEUE, CLIENT),
                        tuple(TaskEvent.CLAIM, WORKS),
                        tuple(TaskEvent.FAIL, WORKS),
                        tuple(TaskEvent.RETRY, OPERATOR),
                        tuple(TaskEvent.CLAIM, WORKS),
                        tuple(TaskEvent.RELEASE, WORKS),
                        tuple(TaskEvent.CANCEL, OPERATOR),
                        tuple(TaskEvent.DELETE, OPERATOR),
                        tuple(TaskEvent.ENQUEUE, OPERATOR));
    }

    @Test
    void areNotNamedByWhatTheyOnlyFound() {
        queue.insert(aTask().timeToLive(Duration.ofMinutes(1)));
        queue.clock.advance(Duration.ofMinutes(1));

        assertThat(done(queue.execution.claim(CLAIM, WORKS))).isEmpty();

        assertThat(events())
                .extracting(QueueEvent::what, QueueEvent::by)
                .containsExactly(tuple(TaskEvent.ENQUEUE, null), tuple(TaskEvent.EXPIRE, null));
    }

    @Test
    void areNobodyInThisProcess() {
        done(queue.submission.enqueue(List.of(COMMAND)));
        Task held = done(queue.execution.claim(CLAIM)).get(0).task();
        done(queue.execution.settle(new Settlement(held.id(), token(held), new Settlement.Complete(Optional.empty()))));

        assertThat(events()).hasSize(3).extracting(QueueEvent::by).containsOnlyNulls();
    }

    private List<QueueEvent> events() {
        return queue.store.read(reads -> reads.history().events(0, 100));
    }
}
