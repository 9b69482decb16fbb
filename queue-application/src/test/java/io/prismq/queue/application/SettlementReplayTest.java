package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.application.Settlement.Word;
import io.prismq.queue.domain.task.AttemptOutcome;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A worker whose answer was lost says the same again. */
class SettlementReplayTest {
    private static final Word COMPLETE = new Settlement.Complete(Optional.of(new Result("1")));
    private static final Word FAIL =
            new Settlement.Fail(Failure.error("no connection"), Optional.of("{}"), Optional.of(Duration.ZERO));
    private static final Word REJECT =
            new Settlement.Fail(Failure.rejected("no such address"), Optional.of("{}"), Optional.empty());
    private static final Word RELEASE = new Settlement.Release(Duration.ZERO);
    private static final Map<AttemptOutcome, Word> WORDS = Map.of(
            AttemptOutcome.COMPLETED, COMPLETE,
            AttemptOutcome.FAILED, FAIL,
            AttemptOutcome.REJECTED, REJECT,
            AttemptOutcome.RELEASED, RELEASE);

    private final TestQueue queue = new TestQueue();
    private Task claimed = queue.insert(aTask());

    @BeforeEach
    void claim() {
        claimed = queue.claim(TYPE);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "FAILED", "REJECTED", "RELEASED"})
    void getsTheRecordedAnswerAndChangesNothing(AttemptOutcome how) {
        Word word = Objects.requireNonNull(WORDS.get(how));
        SettlementOutcome first = queue.settle(claimed, word);
        assertThat(outcome(first)).isEqualTo(how);
        StoredTask before = load();
        List<LogLine> log = log();
        queue.clock.advance(Duration.ofSeconds(5));

        assertThat(queue.settle(claimed, word)).isEqualTo(first);
        assertThat(load()).isEqualTo(before);
        assertThat(log()).isEqualTo(log);
    }

    @Test
    void getsTheRecordedAnswerAlsoWhenTheTaskHasMovedOn() {
        SettlementOutcome first = queue.settle(claimed, FAIL);
        done(queue.upkeep.promoteDue());
        Task again = queue.claim(TYPE);

        assertThat(queue.settle(claimed, FAIL)).isEqualTo(first);
        assertThat(queue.find(claimed.id())).isEqualTo(again);
    }

    @Test
    void getsTheRecordedAnswerAlsoInOneCommitWithTheFirst() {
        Settlement settlement = new Settlement(claimed.id(), TestQueue.token(claimed), COMPLETE);

        List<SettlementOutcome> outcomes = done(queue.execution.settle(List.of(settlement, settlement)));

        assertThat(outcomes).hasSize(2).containsOnly(outcomes.get(0));
        assertThat(outcome(outcomes.get(0))).isEqualTo(AttemptOutcome.COMPLETED);
    }

    @ParameterizedTest
    @MethodSource("differentWords")
    void hasLostTheLeaseWhereItSaysSomethingElse(Word first, Word second) {
        queue.settle(claimed, first);
        StoredTask before = load();
        List<LogLine> log = log();

        assertThat(queue.settle(claimed, second)).isEqualTo(new SettlementOutcome.LeaseLost());
        assertThat(load()).isEqualTo(before);
        assertThat(log()).isEqualTo(log);
    }

    static Stream<Arguments> differentWords() {
        List<Word> endings = List.of(COMPLETE, FAIL, RELEASE);
        return endings.stream()
                .flatMap(first -> Stream.concat(endings.stream(), Stream.of(Settlement.Heartbeat.PLAIN))
                        .filter(second -> !second.equals(first))
                        .map(second -> Arguments.of(first, second)));
    }

    @Test
    void hasLostTheLeaseAfterATimeOut() {
        queue.insert(aTask().type("hasty"));
        Task hasty = queue.claim(HASTY);
        queue.clock.advance(TestQueue.HASTY_POLICY.attemptTimeout());
        endLeases();

        assertThat(everyWord(hasty)).containsOnly(new SettlementOutcome.LeaseLost());
    }

    @Test
    void hasLostTheLeaseAfterItsExpiry() {
        queue.clock.advance(LEASE);
        endLeases();

        assertThat(everyWord(claimed)).containsOnly(new SettlementOutcome.LeaseLost());
    }

    @Nested
    class AfterACancel {
        private final Word beat = new Settlement.Heartbeat(
                Optional.of(Duration.ofHours(1)),
                Optional.of(new Progress(50, "half")),
                List.of(LogEntry.of(Instant.EPOCH, LogLevel.INFO, "half")));

        @BeforeEach
        void cancel() {
            done(queue.submission.cancel(claimed.id(), BY));
        }

        @Test
        void theHeartbeatLearnsItAndChangesNothing() {
            StoredTask before = load();

            assertThat(outcome(queue.settle(claimed, beat))).isEqualTo(AttemptOutcome.CANCELLED);
            assertThat(load()).isEqualTo(before);
            assertThat(log()).isEmpty();
        }

        @Test
        void everyOtherWordHasLostTheLease() {
            StoredTask before = load();

            assertThat(Stream.of(COMPLETE, FAIL, REJECT, RELEASE).map(word -> queue.settle(claimed, word)))
                    .containsOnly(new SettlementOutcome.LeaseLost());
            assertThat(load()).isEqualTo(before);
        }

        @Test
        void theHeartbeatLearnsItEvenWhenAnotherWorkerHasTheTask() {
            done(queue.submission.retry(claimed.id(), BY));
            Task again = queue.claim(TYPE);

            assertThat(outcome(queue.settle(claimed, beat))).isEqualTo(AttemptOutcome.CANCELLED);
            assertThat(queue.find(claimed.id())).isEqualTo(again);
        }
    }

    @Test
    void findsNothingOnceTheTaskIsGone() {
        queue.settle(claimed, COMPLETE);
        done(queue.submission.delete(claimed.id(), BY));

        assertThat(queue.settle(claimed, COMPLETE)).isEqualTo(new SettlementOutcome.NotFound());
    }

    private Stream<SettlementOutcome> everyWord(Task held) {
        return Stream.of(COMPLETE, FAIL, REJECT, RELEASE, Settlement.Heartbeat.PLAIN)
                .map(word -> queue.settle(held, word));
    }

    private void endLeases() {
        assertThat(done(queue.upkeep.endLeases(Instant.EPOCH))).isPositive();
    }

    private static AttemptOutcome outcome(SettlementOutcome outcome) {
        return TestQueue.end(TestQueue.ended(outcome)).outcome();
    }

    private StoredTask load() {
        TaskId id = claimed.id();
        return queue.store.<StoredTask>read(reads -> reads.load(id).orElseThrow());
    }

    private List<LogLine> log() {
        TaskId id = claimed.id();
        return queue.store.<List<LogLine>>read(reads -> reads.history().log(id, 0, 10));
    }
}
