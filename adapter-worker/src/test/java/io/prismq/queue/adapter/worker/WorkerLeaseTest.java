package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One attempt whose handler has been handed to a thread, and does not run before the test says so. */
class WorkerLeaseTest {
    private static final Duration THIRD = Duration.ofSeconds(10);

    private final List<TaskContext> handled = new ArrayList<>();
    private final Workshop shop = new Workshop(1, Handlers.thatDoes((payload, context) -> {
        handled.add(context);
        return new Result("1");
    }));
    private TaskId id = new TaskId(1);

    @BeforeEach
    void claim() {
        shop.threads.hold();
        id = shop.enqueue("{}");
        shop.cycle.runOnce();
    }

    @Nested
    class Renewal {
        @Test
        void comes_after_a_third_of_the_lease() {
            shop.pass(THIRD.minusMillis(1));
            assertThat(leasedUntil()).isEqualTo(Tasks.NOW.plus(Tasks.LEASE));

            shop.pass(Duration.ofMillis(1));
            assertThat(leasedUntil()).isEqualTo(shop.clock.now().plus(Tasks.LEASE));
        }

        @Test
        void goes_on_for_as_long_as_the_handler_runs() {
            for (int i = 0; i < 12; i++) {
                shop.pass(THIRD);
            }

            assertThat(leasedUntil()).isEqualTo(shop.clock.now().plus(Tasks.LEASE));
        }

        @Test
        void is_planned() {
            assertThat(shop.cycle.runOnce()).isEqualTo(Tasks.NOW.plus(THIRD));
        }

        @Test
        void comes_at_once_when_the_clock_was_set_back() {
            shop.pass(Duration.ofHours(-1));

            assertThat(leasedUntil()).isEqualTo(shop.clock.now().plus(Tasks.LEASE));
        }

        @Test
        void is_tried_again_within_a_second_when_the_store_could_not_take_it() {
            shop.store.failNext(new StoreBusyException("too much to do"));
            shop.pass(THIRD);

            shop.pass(Duration.ofSeconds(1));

            assertThat(leasedUntil()).isEqualTo(shop.clock.now().plus(Tasks.LEASE));
        }

        @Test
        void is_not_repeated_before_it_is_answered() {
            shop.store.holdAnswers();
            shop.pass(THIRD);
            Instant renewed = leasedUntil();

            shop.pass(THIRD);

            assertThat(leasedUntil()).isEqualTo(renewed);
        }

        @Test
        void that_is_refused_stops_the_handler_and_its_outcome_is_not_settled() {
            shop.hearNothing();
            shop.cancel(id);

            shop.pass(THIRD);
            runHandler();

            assertThat(handled).isEmpty();
            assertThat(shop.status(id)).isEqualTo(TaskStatus.CANCELLED);
            assertThat(shop.store.writes()).isEqualTo(3);
        }
    }

    @Nested
    class Cancel {
        @Test
        void stops_the_handler_at_once() {
            shop.cancel(id);

            shop.cycle.runOnce();
            runHandler();

            assertThat(handled).isEmpty();
            assertThat(shop.status(id)).isEqualTo(TaskStatus.CANCELLED);
        }

        @Test
        void by_another_process_stops_the_handler_at_once() {
            shop.hearNothing();
            shop.cancel(id);

            shop.cycle.committed(Commit.FOREIGN);
            shop.cycle.runOnce();
            runHandler();

            assertThat(handled).isEmpty();
        }

        @Test
        void frees_the_slot_only_when_the_thread_is_back() {
            shop.cancel(id);
            TaskId next = shop.enqueue("{}");
            shop.cycle.runOnce();
            assertThat(shop.status(next)).isEqualTo(TaskStatus.QUEUED);

            runHandler();

            assertThat(shop.status(next)).isEqualTo(TaskStatus.PROCESSING);
        }

        @Test
        void of_another_task_changes_nothing() {
            TaskId other = shop.enqueue("{}");
            shop.cancel(other);

            shop.cycle.runOnce();
            runHandler();

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
        }
    }

    @Test
    void a_task_that_was_taken_over_is_stopped_and_left_to_its_new_holder() {
        shop.expire(id);
        shop.claimElsewhere();

        shop.cycle.runOnce();
        runHandler();

        assertThat(handled).isEmpty();
        assertThat(shop.status(id)).isEqualTo(TaskStatus.PROCESSING);
    }

    @Nested
    class Deadline {
        @Test
        void settles_the_attempt_as_a_timeout_though_its_thread_is_not_back() {
            shop.pass(Workshop.TIMEOUT);

            Task task = shop.task(id);
            assertThat(task.status()).isEqualTo(TaskStatus.SCHEDULED);
            assertThat(Objects.requireNonNull(task.failure()).kind()).isEqualTo(FailureKind.TIMEOUT);
        }

        @Test
        void is_planned() {
            shop.clock.advance(Workshop.TIMEOUT.minusSeconds(1));
            shop.cycle.runOnce();

            assertThat(shop.cycle.runOnce()).isEqualTo(Tasks.NOW.plus(Workshop.TIMEOUT));
        }

        @Test
        void that_the_store_cannot_hear_of_is_told_again_without_a_heartbeat_in_between() {
            shop.clock.advance(Workshop.TIMEOUT.minusSeconds(5));
            shop.cycle.runOnce();
            shop.store.failNext(new StoreBusyException("too much to do"));
            shop.pass(Duration.ofSeconds(5));
            int writes = shop.store.writes();

            assertThat(shop.cycle.runOnce()).isEqualTo(shop.clock.now().plusMillis(100));
            shop.pass(Duration.ofMillis(100));

            assertThat(shop.status(id)).isEqualTo(TaskStatus.SCHEDULED);
            assertThat(shop.store.writes()).isEqualTo(writes + 1);
        }

        @Test
        void has_not_come_a_millisecond_before() {
            shop.pass(Workshop.TIMEOUT.minusMillis(1));

            assertThat(shop.status(id)).isEqualTo(TaskStatus.PROCESSING);
        }

        @Test
        void stops_the_handler() {
            shop.pass(Workshop.TIMEOUT);

            runHandler();

            assertThat(handled).isEmpty();
            assertThat(shop.status(id)).isEqualTo(TaskStatus.SCHEDULED);
        }

        @Test
        void found_by_upkeep_first_is_settled_once() {
            shop.clock.advance(Workshop.TIMEOUT);
            shop.expire(id);
            Failure byUpkeep = shop.task(id).failure();

            shop.cycle.runOnce();
            runHandler();

            assertThat(shop.task(id).failure()).isEqualTo(byUpkeep);
            assertThat(shop.task(id).attempts()).isEqualTo(1);
        }
    }

    @Test
    void the_handler_knows_its_attempt() {
        runHandler();

        TaskContext context = handled.get(0);
        assertThat(context.taskId()).isEqualTo(id);
        assertThat(context.attempt()).isEqualTo(1);
        assertThat(context.deadline()).isEqualTo(Tasks.NOW.plus(Workshop.TIMEOUT));
        assertThat(context.isCancelled()).isFalse();
    }

    private void runHandler() {
        shop.threads.runNext();
        shop.cycle.runOnce();
    }

    private Instant leasedUntil() {
        return Objects.requireNonNull(shop.task(id).lease()).until();
    }
}
