package io.prismq.queue.domain.task;

import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.OTHER_TOKEN;
import static io.prismq.queue.domain.testing.Tasks.TIMEOUT;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aClaim;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.happened;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Attempt.End;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttemptTest {
    private static final Instant LATER = NOW.plusSeconds(10);
    private static final Duration DELAY = Duration.ofSeconds(3);

    @Nested
    class WhatRuns {
        @Test
        void isAnAttemptWithoutAnEnd() {
            assertThat(Tasks.in(TaskStatus.PROCESSING).attempt())
                    .contains(new Attempt(new TaskId(1), 1, 1, WORKER, TOKEN, NOW, null));
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROCESSING")
        void isNothingInAnyOtherStatus(TaskStatus status) {
            assertThat(Tasks.in(status).attempt()).isEmpty();
        }
    }

    @Nested
    class AnEnd {
        private final Task running = Tasks.in(TaskStatus.PROCESSING);

        @Test
        void isWellWhenTheWorkerIsDone() {
            assertEnded(running.complete(TOKEN, LATER))
                    .isEqualTo(new End(AttemptOutcome.COMPLETED, TaskStatus.COMPLETED, LATER, null));
        }

        @Test
        void tellsWhyItFailed() {
            assertEnded(running.fail(TOKEN, Failure.error("no"), DELAY, LATER))
                    .isEqualTo(new End(AttemptOutcome.FAILED, TaskStatus.SCHEDULED, LATER, "no"));
        }

        @Test
        void tellsThatItWasTheLast() {
            Task last = Tasks.bring(aTask().maxAttempts(1).withId(1), TaskStatus.PROCESSING);

            assertEnded(last.fail(TOKEN, Failure.error("no"), DELAY, LATER))
                    .isEqualTo(new End(AttemptOutcome.FAILED, TaskStatus.FAILED, LATER, "no"));
            assertEnded(last.leaseEnded(DELAY, NOW.plus(LEASE)))
                    .extracting(End::outcome, End::status)
                    .containsExactly(AttemptOutcome.LEASE_EXPIRED, TaskStatus.FAILED);
            assertEnded(last.leaseEnded(DELAY, NOW.plus(TIMEOUT)))
                    .extracting(End::outcome, End::status)
                    .containsExactly(AttemptOutcome.TIMEOUT, TaskStatus.FAILED);
        }

        @Test
        void tellsWhyNoRetryCanHelp() {
            assertEnded(running.fail(TOKEN, Failure.rejected("never"), DELAY, LATER))
                    .isEqualTo(new End(AttemptOutcome.REJECTED, TaskStatus.FAILED, LATER, "never"));
        }

        @Test
        void comesWithTheDeadline() {
            Instant deadline = NOW.plus(TIMEOUT);

            assertEnded(running.leaseEnded(DELAY, deadline))
                    .isEqualTo(new End(
                            AttemptOutcome.TIMEOUT,
                            TaskStatus.SCHEDULED,
                            deadline,
                            "attempt 1 did not end by its deadline " + deadline));
        }

        @Test
        void comesWithTheLease() {
            Instant expiry = NOW.plus(LEASE);

            assertEnded(running.leaseEnded(DELAY, expiry))
                    .isEqualTo(new End(
                            AttemptOutcome.LEASE_EXPIRED,
                            TaskStatus.QUEUED,
                            expiry,
                            "worker worker-1 let its lease run out at " + expiry));
        }

        @Test
        void isNobodysFaultWhenTheTaskIsGivenBack() {
            assertEnded(running.release(TOKEN, Duration.ZERO, LATER))
                    .isEqualTo(new End(AttemptOutcome.RELEASED, TaskStatus.QUEUED, LATER, null));
            assertEnded(running.release(TOKEN, DELAY, LATER))
                    .isEqualTo(new End(AttemptOutcome.RELEASED, TaskStatus.SCHEDULED, LATER, null));
        }

        @Test
        void comesWithACancel() {
            assertEnded(running.cancel(LATER))
                    .isEqualTo(new End(AttemptOutcome.CANCELLED, TaskStatus.CANCELLED, LATER, null));
        }

        @Test
        void keepsWhoRanWhatSinceWhen() {
            Task again = moved(moved(running.leaseEnded(DELAY, NOW.plus(LEASE)))
                    .claim(new Claim(new WorkerId("worker-2"), OTHER_TOKEN, LEASE, TIMEOUT, null), NOW.plus(LEASE)));
            Instant end = NOW.plus(LEASE).plusSeconds(1);

            assertThat(happened(again.complete(OTHER_TOKEN, end)).ended())
                    .contains(new Attempt(
                            new TaskId(1),
                            2,
                            2,
                            new WorkerId("worker-2"),
                            OTHER_TOKEN,
                            NOW.plus(LEASE),
                            new End(AttemptOutcome.COMPLETED, TaskStatus.COMPLETED, end, null)));
        }

        @Test
        void ofOneThatWasGivenBackLeavesItsNumberToTheNext() {
            Task again =
                    moved(moved(running.release(TOKEN, Duration.ZERO, LATER)).claim(aClaim(), LATER));

            assertThat(again.attempt().orElseThrow())
                    .extracting(Attempt::claimNo, Attempt::number)
                    .containsExactly(2L, 1);
        }

        private static ObjectAssert<End> assertEnded(Transition transition) {
            Attempt ended = happened(transition).ended().orElseThrow();
            assertThat(ended)
                    .isEqualTo(Tasks.in(TaskStatus.PROCESSING)
                            .attempt()
                            .orElseThrow()
                            .ended(end(ended)));
            return assertThat(end(ended));
        }

        private static End end(Attempt attempt) {
            return Objects.requireNonNull(attempt.end());
        }
    }

    @ParameterizedTest
    @MethodSource("movesOfOthers")
    void isEndedByNothingElse(Transition move) {
        assertThat(happened(move).ended()).isEmpty();
    }

    static Stream<Transition> movesOfOthers() {
        Task mortal = aTask().timeToLive(DELAY).withId(1);
        return Stream.of(
                Tasks.in(TaskStatus.QUEUED).claim(aClaim(), LATER),
                Tasks.in(TaskStatus.PROCESSING).heartbeat(TOKEN, LEASE, null, LATER),
                Tasks.in(TaskStatus.SCHEDULED).due(NOW.plus(TIMEOUT)),
                Tasks.in(TaskStatus.SCHEDULED).cancel(LATER),
                Tasks.in(TaskStatus.QUEUED).cancel(LATER),
                mortal.expire(LATER),
                Tasks.in(TaskStatus.FAILED).retry(LATER),
                Tasks.in(TaskStatus.CANCELLED).retry(LATER));
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void hasAnOutcomeForEveryKindOfFailure(FailureKind kind) {
        AttemptOutcome outcome = AttemptOutcome.of(kind);

        assertThat(outcome.word())
                .isEqualTo(
                        switch (kind) {
                            case ERROR, EXPIRED -> "failed";
                            case REJECTED -> "rejected";
                            case TIMEOUT -> "timeout";
                            case LEASE_EXPIRED -> "lease_expired";
                        });
    }

    @Test
    void hasOutcomesWithWords() {
        assertThat(AttemptOutcome.values())
                .extracting(AttemptOutcome::word)
                .containsExactly(
                        "completed", "failed", "rejected", "timeout", "lease_expired", "released", "cancelled");
    }
}
