package io.prismq.queue.adapter.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.read.ListAppender;
import io.prismq.queue.adapter.telemetry.BusyQueue;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TaskLogTest {
    private final BusyQueue queue = new BusyQueue();
    private final TaskLog log = new TaskLog(queue.store, queue.clock);
    private final Logger logger = (Logger) LoggerFactory.getLogger(TaskLog.class);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void listen() {
        written.start();
        logger.addAppender(written);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
        log.start();
    }

    @AfterEach
    void stopListening() {
        log.close();
        logger.detachAppender(written);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void anAttemptThatFailedIsAWarningWithItsTaskTypeWorkerAndAttempt() {
        queue.enqueue("a");
        queue.fail(queue.claim("a"), "no luck");

        assertThat(lines()).containsExactly("WARN attempt failed task_id=1 type=a worker=w1 attempt=1 error=no luck");
    }

    @Test
    void aLineThatCannotBeWrittenIsCountedAndNotTheLast() throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        AppenderBase<ILoggingEvent> full = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                logger.detachAppender(this);
                met.countDown();
                throw new OutOfMemoryError("as the test wants it");
            }
        };
        full.start();
        logger.addAppender(full);

        queue.enqueue("a");
        queue.fail(queue.claim("a"), "no luck");
        assertThat(met.await(30, TimeUnit.SECONDS)).isTrue();
        queue.enqueue("b");
        queue.fail(queue.claim("b"), "no luck");

        assertThat(lines())
                .contains("WARN attempt failed task_id=2 type=b worker=w1 attempt=1 error=no luck")
                .contains("WARN not every line was written: events came faster than the log could take them"
                        + " left_out=1");
    }

    @Test
    void aLeaseThatRanOutIsAWarning() {
        queue.enqueue("a");
        queue.loseLease(queue.claim("a"));

        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith("WARN lease ran out task_id=1 type=a worker=w1 attempt=1 error=worker w1 let its lease");
    }

    @Test
    void aTaskThatIsDeadIsAnErrorAndNoWarningBesides() {
        queue.enqueue("a");
        queue.reject(queue.claim("a"), "never");

        assertThat(lines())
                .containsExactly(
                        "ERROR attempt failed, and the task is dead task_id=1 type=a worker=w1 attempt=1 error=never");
    }

    @Test
    void whatGoesWellIsToldAtDebug() {
        logger.setLevel(Level.DEBUG);
        queue.enqueue("a");
        queue.complete(queue.claim("a"));

        assertThat(lines())
                .containsExactly(
                        "DEBUG task enqueued task_id=1 type=a",
                        "DEBUG task claimed task_id=1 type=a worker=w1 attempt=1",
                        "DEBUG task completed task_id=1 type=a worker=w1 attempt=1");
    }

    @Test
    void aStormIsCountedAndItsCountIsTold() {
        for (int task = 0; task < Bound.MOST_PER_SECOND + 30; task++) {
            queue.enqueue("a");
            queue.reject(queue.claim("a"), "never");
        }

        List<String> lines = lines();
        assertThat(lines).hasSize(Bound.MOST_PER_SECOND + 1);
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo("WARN not every line was written: attempt failed, and the task is dead left_out=30");
    }

    @Test
    void aReasonIsCut() {
        queue.enqueue("a");
        queue.reject(queue.claim("a"), "x".repeat(4000));

        assertThat(lines()).singleElement().asString().endsWith("x…").hasSizeLessThan(700);
    }

    @Test
    void neitherPayloadNorResultIsLoggedAtAnyLevel() {
        logger.setLevel(Level.TRACE);
        queue.enqueue(EnqueueCommand.of(new TaskType("a"), new Payload("{\"password\":\"secret-7\"}")));
        Task claimed = queue.claim("a");
        queue.clock.advance(Duration.ofSeconds(1));
        queue.complete(claimed);

        assertThat(lines()).hasSizeGreaterThan(2).noneMatch(line -> line.contains("secret-7"));
    }

    /** What was written by the end. */
    private List<String> lines() {
        log.close();
        return written.list.stream().map(TaskLogTest::line).toList();
    }

    private static String line(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(event.getLevel() + " " + event.getFormattedMessage());
        event.getKeyValuePairs().forEach(pair -> line.append(" %s=%s".formatted(pair.key, pair.value)));
        return line.toString();
    }
}
