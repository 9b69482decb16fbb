package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.application.TestQueue.token;
import static io.prismq.queue.domain.testing.Tasks.OTHER_TOKEN;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.prismq.queue.application.SettlementOutcome.GoesOn;
import io.prismq.queue.application.SettlementOutcome.LeaseLost;
import io.prismq.queue.application.SettlementOutcome.NotFound;
import io.prismq.queue.domain.task.AttemptOutcome;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SettlementsTest {
    private static final Settlement.Word COMPLETE = new Settlement.Complete(Optional.empty());

    private final TestQueue queue = new TestQueue();
    private final WatchedStore store = new WatchedStore(queue.store);
    private final TaskExecution execution =
            new TaskExecution(store, TestQueue.POLICIES, queue.randomness, queue.workers, queue.signals);

    @Nested
    class Many {
        @Test
        void shareOneCommitAndAreAnsweredInTheirOrder() {
            List<Task> held = held(4);

            List<SettlementOutcome> outcomes = settle(
                    new Settlement(held.get(0).id(), token(held.get(0)), COMPLETE),
                    new Settlement(
                            held.get(1).id(),
                            token(held.get(1)),
                            new Settlement.Fail(Failure.rejected("never"), Optional.empty(), Optional.empty())),
                    new Settlement(held.get(2).id(), token(held.get(2)), new Settlement.Release(Duration.ZERO)),
                    new Settlement(held.get(3).id(), token(held.get(3)), Settlement.Heartbeat.PLAIN));

            assertThat(store.writes()).isEqualTo(1);
            assertThat(outcomes.subList(0, 3))
                    .extracting(
                            outcome -> TestQueue.end(TestQueue.ended(outcome)).outcome())
                    .containsExactly(AttemptOutcome.COMPLETED, AttemptOutcome.REJECTED, AttemptOutcome.RELEASED);
            assertThat(outcomes.get(3))
                    .isEqualTo(new GoesOn(queue.find(held.get(3).id())));
            assertThat(held)
                    .extracting(task -> queue.find(task.id()).status())
                    .containsExactly(TaskStatus.COMPLETED, TaskStatus.FAILED, TaskStatus.QUEUED, TaskStatus.PROCESSING);
        }

        @Test
        void areNotHinderedByALostLeaseOrATaskThatIsGone() {
            List<Task> held = held(2);

            List<SettlementOutcome> outcomes = settle(
                    new Settlement(held.get(0).id(), OTHER_TOKEN, COMPLETE),
                    new Settlement(new TaskId(4711), OTHER_TOKEN, COMPLETE),
                    new Settlement(held.get(1).id(), token(held.get(1)), COMPLETE));

            assertThat(outcomes.subList(0, 2)).containsExactly(new LeaseLost(), new NotFound());
            assertThat(queue.find(held.get(0).id())).isEqualTo(held.get(0));
            assertThat(queue.find(held.get(1).id()).status()).isEqualTo(TaskStatus.COMPLETED);
        }

        @Test
        void seeEachOther() {
            Task held = held(1).get(0);
            Settlement beat = new Settlement(held.id(), token(held), Settlement.Heartbeat.PLAIN);

            List<SettlementOutcome> outcomes = settle(beat, new Settlement(held.id(), token(held), COMPLETE), beat);

            assertThat(outcomes.get(0)).isInstanceOf(GoesOn.class);
            assertThat(outcomes.get(1)).isInstanceOf(SettlementOutcome.Ended.class);
            assertThat(outcomes.get(2)).isEqualTo(new LeaseLost());
        }

        @Test
        void mayBeNone() {
            assertThat(settle()).isEmpty();
        }
    }

    @Nested
    class WhatTheyHold {
        private final StoreDouble measured = new StoreDouble(queue.store);
        private final TaskExecution measuring =
                new TaskExecution(measured, TestQueue.POLICIES, queue.randomness, queue.workers, queue.signals);
        private final Task held = held(1).get(0);
        private final String large = "x".repeat(5000);

        @Test
        void isToldToTheStore() {
            LogEntry line = LogEntry.of(Tasks.NOW, LogLevel.INFO, large);
            List<Settlement> settlements = List.of(
                    settlement(new Settlement.Heartbeat(Optional.empty(), Optional.empty(), List.of(line, line))),
                    settlement(new Settlement.Fail(Failure.error("no"), Optional.of(large), Optional.empty())),
                    settlement(new Settlement.Complete(Optional.of(new Result(large)))),
                    settlement(new Settlement.Release(Duration.ZERO)));

            done(measuring.settle(settlements));
            assertThat(measured.heldBytes()).isEqualTo(20_000);

            done(measuring.settle(settlements.get(2)));
            assertThat(measured.heldBytes()).isEqualTo(25_000);
        }

        private Settlement settlement(Settlement.Word word) {
            return new Settlement(held.id(), token(held), word);
        }
    }

    @Test
    void areSignsOfLifeOfTheirWorkers() {
        Task held = held(1).get(0);
        queue.clock.advance(WorkerRegistry.DEFAULT_SILENCE.plusSeconds(1));
        assertThat(queue.workers.list()).isEmpty();

        settle(new Settlement(held.id(), OTHER_TOKEN, COMPLETE));
        assertThat(queue.workers.list()).isEmpty();

        settle(new Settlement(held.id(), token(held), Settlement.Heartbeat.PLAIN));
        assertThat(queue.workers.list())
                .extracting(status -> status.worker().id(), WorkerStatus::running)
                .containsExactly(tuple(WORKER, List.of(held.id())));
    }

    @Test
    void haveOutcomesThatFoldIntoOneOfFourAnswers() {
        Task held = held(1).get(0);
        Settlement complete = new Settlement(held.id(), token(held), COMPLETE);

        assertThat(answer(new GoesOn(held))).isEqualTo("goes on");
        assertThat(answer(settle(complete).get(0))).isEqualTo("ended");
        assertThat(answer(new LeaseLost())).isEqualTo("lease lost");
        assertThat(answer(new NotFound())).isEqualTo("not found");
    }

    private static String answer(SettlementOutcome outcome) {
        return outcome.fold(attempt -> "ended", task -> "goes on", () -> "lease lost", () -> "not found");
    }

    private List<Task> held(int tasks) {
        return IntStream.range(0, tasks)
                .mapToObj(n -> {
                    queue.insert(aTask());
                    return queue.claim(TYPE);
                })
                .toList();
    }

    private List<SettlementOutcome> settle(Settlement... settlements) {
        return done(execution.settle(List.of(settlements)));
    }
}
