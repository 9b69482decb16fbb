package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.OTHER_TOKEN;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.application.SettlementOutcome.LeaseLost;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What workers say about their work while they settle it. */
class SettlementLogTest {
    private final TestQueue queue = new TestQueue();
    private Task held = queue.insert(aTask());

    @BeforeEach
    void claim() {
        held = queue.claim(TYPE);
    }

    @Test
    void keepsWhatAHeartbeatSays() {
        LogEntry first = LogEntry.of(Tasks.NOW.minusSeconds(1), LogLevel.DEBUG, "begun");
        LogEntry second = LogEntry.of(Tasks.NOW, LogLevel.WARN, "slow");

        queue.settle(held, beat(first, second));
        queue.settle(held, Settlement.Heartbeat.PLAIN);
        queue.settle(held, beat(first));

        assertThat(log()).containsExactly(new LogLine(1, first), new LogLine(2, second), new LogLine(3, first));
    }

    @Test
    void keepsTheDetailsOfAnErrorAsALine() {
        queue.clock.advance(Duration.ofSeconds(5));

        queue.settle(held, fail(Optional.of("{\"code\":7}")));

        assertThat(log())
                .containsExactly(new LogLine(
                        1, new LogEntry(queue.clock.now(), LogLevel.ERROR, "no connection", "{\"code\":7}")));
    }

    @Test
    void hasNoLineForAnErrorWithoutDetails() {
        queue.settle(held, fail(Optional.empty()));

        assertThat(log()).isEmpty();
    }

    @Test
    void keepsNothingFromOneWhoLostTheLease() {
        List<Settlement.Word> words =
                List.of(beat(LogEntry.of(Tasks.NOW, LogLevel.INFO, "late")), fail(Optional.of("{}")));

        for (Settlement.Word word : words) {
            assertThat(done(queue.execution.settle(new Settlement(held.id(), OTHER_TOKEN, word))))
                    .isEqualTo(new LeaseLost());
        }

        assertThat(log()).isEmpty();
    }

    private List<LogLine> log() {
        TaskId id = held.id();
        return queue.store.<List<LogLine>>read(reads -> reads.history().log(id, 0, 10));
    }

    private static Settlement.Word fail(Optional<String> details) {
        return new Settlement.Fail(Failure.error("no connection"), details, Optional.empty());
    }

    private static Settlement.Word beat(LogEntry... log) {
        return new Settlement.Heartbeat(Optional.empty(), Optional.empty(), List.of(log));
    }
}
