package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a handler tells about its attempt, which goes on until the test ends it. */
class WorkerNotesTest {
    private static final Duration GATHERING = Duration.ofMillis(500);
    private static final int CLAIM_SETTLE_AND_LOOK_AGAIN = 3;

    private final PausedHandler handler = new PausedHandler();
    private final Workshop shop = new Workshop(1, Handlers.thatDoes(handler));
    private TaskId id = new TaskId(1);
    private TaskContext context;

    @BeforeEach
    void begin() throws InterruptedException {
        shop.threads.apart();
        id = shop.enqueue("{}");
        shop.cycle.runOnce();
        context = handler.awaitBegun();
    }

    @AfterEach
    void letGo() {
        handler.letEnd(id);
    }

    @Nested
    class WhileItRuns {
        @Test
        void is_gathered_and_stored_half_a_second_later() {
            context.progress(10, "begun");
            context.progress(40, "halfway");
            context.log(LogLevel.INFO, "one");
            context.log(LogLevel.WARN, "two");

            shop.pass(GATHERING.minusMillis(1));
            assertThat(lines()).isEmpty();

            shop.pass(Duration.ofMillis(1));
            assertThat(shop.task(id).progress()).isEqualTo(new Progress(40, "halfway"));
            assertThat(entries())
                    .containsExactly(
                            LogEntry.of(Tasks.NOW, LogLevel.INFO, "one"), LogEntry.of(Tasks.NOW, LogLevel.WARN, "two"));
            assertThat(shop.store.writes()).isEqualTo(2);
        }

        @Test
        void is_planned() {
            context.log(LogLevel.INFO, "one");

            assertThat(shop.cycle.runOnce()).isEqualTo(Tasks.NOW.plus(GATHERING));
        }

        @Test
        void renews_the_lease() {
            shop.clock.advance(Duration.ofSeconds(2));
            context.progress(40, "");

            shop.pass(GATHERING);

            assertThat(Objects.requireNonNull(shop.task(id).lease()).until())
                    .isEqualTo(shop.clock.now().plus(Tasks.LEASE));
            assertThat(shop.cycle.runOnce()).isEqualTo(shop.clock.now().plus(Tasks.LEASE.dividedBy(3)));
        }

        @Test
        void costs_no_more_than_two_commits_a_second() {
            for (int millis = 0; millis < 10_000; millis += 10) {
                context.log(LogLevel.DEBUG, "at " + millis);
                shop.pass(Duration.ofMillis(10));
            }

            assertThat(shop.store.writes()).isBetween(15, 21);
            assertThat(lines()).startsWith("at 0", "at 10", "at 20").doesNotHaveDuplicates();
        }

        @Test
        void is_told_again_in_its_order_when_the_store_could_not_take_it() {
            context.log(LogLevel.INFO, "one");
            context.progress(10, "");
            shop.store.failNext(new StoreBusyException("too much to do"));
            shop.pass(GATHERING);
            context.log(LogLevel.INFO, "two");

            shop.pass(Duration.ofSeconds(1).minusMillis(1));
            assertThat(lines()).isEmpty();
            shop.pass(Duration.ofMillis(1));

            assertThat(lines()).containsExactly("one", "two");
            assertThat(shop.task(id).progress()).isEqualTo(new Progress(10, ""));
        }

        @Test
        void that_is_out_of_range_is_told_to_the_handler() {
            assertThatIllegalArgumentException().isThrownBy(() -> context.progress(101, ""));
            assertThatIllegalArgumentException().isThrownBy(() -> context.progress(-1, ""));
        }
    }

    @Nested
    class AtItsEnd {
        @Test
        void is_stored_in_the_commit_that_settles() throws InterruptedException {
            context.log(LogLevel.INFO, "one");
            context.progress(100, "done");

            end();

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
            assertThat(lines()).containsExactly("one");
            assertThat(shop.task(id).progress()).isEqualTo(new Progress(100, "done"));
            assertThat(shop.store.writes()).isEqualTo(CLAIM_SETTLE_AND_LOOK_AGAIN);
        }

        @Test
        void comes_after_what_is_on_its_way() throws InterruptedException {
            context.log(LogLevel.INFO, "one");
            shop.store.holdAnswers();
            shop.pass(GATHERING);
            context.log(LogLevel.INFO, "two");
            end();
            assertThat(shop.status(id)).isEqualTo(TaskStatus.PROCESSING);
            assertThat(shop.cycle.runOnce()).isAfter(shop.clock.now());

            shop.store.letAnswersGo();
            shop.cycle.runOnce();

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
            assertThat(lines()).containsExactly("one", "two");
        }

        @Test
        void brings_what_the_store_could_not_take_before() throws InterruptedException {
            context.log(LogLevel.INFO, "one");
            shop.store.failNext(new StoreBusyException("too much to do"));
            shop.pass(GATHERING);
            context.log(LogLevel.INFO, "two");

            end();

            assertThat(lines()).containsExactly("one", "two");
        }

        @Test
        void stands_once_though_the_settlement_is_told_twice() throws InterruptedException {
            shop.hearNothing();
            context.log(LogLevel.INFO, "one");
            shop.store.forgetNext();
            end();
            assertThat(shop.cycle.unsettled()).isEqualTo(1);

            shop.pass(Duration.ofMillis(100));

            assertThat(lines()).containsExactly("one");
            assertThat(shop.cycle.unsettled()).isZero();
        }

        @Test
        void is_stored_when_the_attempt_is_timed_out_and_nothing_after_that() {
            shop.clock.advance(Workshop.TIMEOUT.minusMillis(1));
            context.log(LogLevel.INFO, "one");
            shop.pass(Duration.ofMillis(1));
            int writes = shop.store.writes();

            tellAll();
            shop.pass(GATHERING);

            assertThat(lines()).containsExactly("one");
            assertThat(shop.store.writes()).isEqualTo(writes);
        }

        @Test
        void does_nothing_once_the_task_was_taken_away() {
            context.log(LogLevel.INFO, "never stored");
            shop.cancel(id);
            shop.cycle.runOnce();

            tellAll();
            shop.pass(GATHERING);

            assertThat(lines()).isEmpty();
            assertThat(shop.store.writes()).isEqualTo(1);
        }

        @Test
        void does_nothing_once_the_handler_has_returned() throws InterruptedException {
            end();

            tellAll();
            shop.pass(GATHERING);

            assertThat(lines()).isEmpty();
            assertThat(shop.store.writes()).isEqualTo(CLAIM_SETTLE_AND_LOOK_AGAIN);
        }

        private void tellAll() {
            context.log(LogLevel.INFO, "late");
            context.progress(99, "late");
        }
    }

    @Test
    void a_chatty_handler_drives_no_commit_of_its_own_and_leaves_its_latest_lines() {
        Workshop chatty = new Workshop(1, Handlers.thatDoes((payload, told) -> {
            IntStream.range(0, 100_000).forEach(line -> told.log(LogLevel.INFO, "line " + line));
            return new Result("1");
        }));
        TaskId talker = chatty.enqueue("{}");

        chatty.cycle.runOnce();

        List<LogLine> kept = chatty.memory.read(reads -> reads.history().log(talker, 0, 2000));
        assertThat(chatty.store.writes()).isEqualTo(CLAIM_SETTLE_AND_LOOK_AGAIN);
        assertThat(kept).hasSize(LogLine.KEPT);
        assertThat(kept.get(0).entry().message()).isEqualTo("line 99000");
        assertThat(kept.get(LogLine.KEPT - 1).entry().message()).isEqualTo("line 99999");
    }

    private void end() throws InterruptedException {
        handler.letEnd(id);
        shop.threads.awaitOneEnd();
        shop.cycle.runOnce();
    }

    private List<String> lines() {
        return entries().stream().map(LogEntry::message).toList();
    }

    private List<LogEntry> entries() {
        return shop.memory.read(reads -> reads.history().log(id, 0, 2000)).stream()
                .map(LogLine::entry)
                .toList();
    }
}
