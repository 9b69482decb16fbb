package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.AttemptOutcome;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskHistoryTest {
    private static final TaskId NOBODY = new TaskId(4711);

    private final TestQueue queue = new TestQueue();
    private final FinishSignals signals = new FinishSignals(queue.store);
    private final TaskQueries queries = new TaskQueries(queue.store, signals, queue.clock);

    @AfterEach
    void close() {
        signals.close();
    }

    @Nested
    class Attempts {
        @Test
        void areNoneBeforeTheFirstClaimAndUnknownWhereThereIsNoTask() {
            assertThat(queries.attempts(queue.insert(aTask()).id())).contains(List.of());
            assertThat(queries.attempts(NOBODY)).isEmpty();
        }

        @Test
        void areToldInTheirOrderTheOneThatRunsLast() {
            TaskId id = queue.insert(aTask()).id();
            queue.settle(queue.claim(TYPE), new Settlement.Release(Duration.ZERO));
            queue.settle(
                    queue.claim(TYPE),
                    new Settlement.Fail(Failure.error("no"), Optional.empty(), Optional.of(Duration.ZERO)));
            done(queue.upkeep.promoteDue());
            queue.claim(TYPE);
            queue.clock.advance(Duration.ofMinutes(1));
            done(queue.upkeep.endLeases(Instant.EPOCH));
            Task running = queue.claim(TYPE);

            List<Attempt> attempts = queries.attempts(id).orElseThrow();

            assertThat(attempts).extracting(Attempt::claimNo).containsExactly(1L, 2L, 3L, 4L);
            assertThat(attempts).extracting(Attempt::number).containsExactly(1, 1, 2, 3);
            assertThat(attempts.subList(0, 3))
                    .extracting(attempt -> TestQueue.end(attempt).outcome())
                    .containsExactly(AttemptOutcome.RELEASED, AttemptOutcome.FAILED, AttemptOutcome.LEASE_EXPIRED);
            assertThat(attempts.get(3))
                    .isEqualTo(new Attempt(
                            id,
                            4,
                            3,
                            WORKER,
                            TestQueue.token(running),
                            Objects.requireNonNull(running.startedAt()),
                            null));
        }

        @Test
        void endWithACancel() {
            queue.insert(aTask());
            Task running = queue.claim(TYPE);
            queue.clock.advance(Duration.ofSeconds(1));

            done(queue.submission.cancel(running.id(), BY));

            assertThat(queries.attempts(running.id()).orElseThrow())
                    .extracting(Attempt::end)
                    .containsExactly(
                            new Attempt.End(AttemptOutcome.CANCELLED, TaskStatus.CANCELLED, queue.clock.now(), null));
        }

        @Test
        void goWithTheTask() {
            Task task = queue.insert(TaskStatus.QUEUED);
            queue.settle(queue.claim(TYPE), new Settlement.Complete(Optional.empty()));

            done(queue.submission.delete(task.id(), BY));

            assertThat(queries.attempts(task.id())).isEmpty();
        }
    }

    @Nested
    class TheLog {
        @Test
        void isEmptyAtFirstAndUnknownWhereThereIsNoTask() {
            assertThat(queries.log(queue.insert(aTask()).id(), 0, 10)).contains(List.of());
            assertThat(queries.log(NOBODY, 0, 10)).isEmpty();
        }

        @Test
        void isReadInParts() {
            queue.insert(aTask());
            Task running = queue.claim(TYPE);
            List<LogEntry> lines = IntStream.range(0, 5)
                    .mapToObj(n -> LogEntry.of(Tasks.NOW, LogLevel.INFO, "line " + n))
                    .toList();
            queue.settle(running, new Settlement.Heartbeat(Optional.empty(), Optional.empty(), lines));

            assertThat(queries.log(running.id(), 0, 2))
                    .contains(List.of(new LogLine(1, lines.get(0)), new LogLine(2, lines.get(1))));
            assertThat(queries.log(running.id(), 2, 10).orElseThrow())
                    .extracting(LogLine::number)
                    .containsExactly(3L, 4L, 5L);
            assertThat(queries.log(running.id(), 5, 10)).contains(List.of());
        }
    }
}
