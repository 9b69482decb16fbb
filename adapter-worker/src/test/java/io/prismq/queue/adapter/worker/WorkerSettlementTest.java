package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreClosedException;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.io.FileNotFoundException;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkerSettlementTest {
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration SECOND_WAIT = Duration.ofMillis(200);

    private Workshop shop = new Workshop(1, Handlers.echo());

    @Nested
    class OfWhatTheHandlerDid {
        @Test
        void a_result_completes_the_task() {
            TaskId id = shop.enqueue("{\"n\":1}");

            shop.cycle.runOnce();

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
            assertThat(shop.stored(id).result()).isEqualTo(new Result("{\"n\":1}"));
        }

        @Test
        void an_exception_is_a_failure_that_is_retried() {
            TaskId id = runs((payload, context) -> {
                throw new FileNotFoundException("no such report");
            });

            assertThat(shop.status(id)).isEqualTo(TaskStatus.SCHEDULED);
            assertThat(shop.task(id).failure())
                    .isEqualTo(Failure.error("java.io.FileNotFoundException: no such report"));
        }

        @Test
        void an_error_is_a_failure_too() {
            TaskId id = runs((payload, context) -> {
                throw new StackOverflowError();
            });

            assertThat(shop.task(id).failure()).isEqualTo(Failure.error("java.lang.StackOverflowError"));
        }

        @Test
        void a_rejection_fails_the_task_for_good() {
            TaskId id = runs((payload, context) -> {
                throw new TaskRejectedException("no such customer");
            });

            assertThat(shop.status(id)).isEqualTo(TaskStatus.FAILED);
            assertThat(shop.task(id).failure()).isEqualTo(Failure.rejected("no such customer"));
        }

        @Test
        @SuppressWarnings("NullAway") // what a handler from outside may do
        void no_result_is_a_failure() {
            TaskId id = runs((payload, context) -> null);

            assertThat(shop.task(id).failure()).isEqualTo(Failure.error("the handler returned no result"));
        }

        @Test
        void a_result_that_is_too_large_is_told_clearly_and_not_tried_again() {
            TaskId id = runs((payload, context) -> new Result("1".repeat(Result.MAX_BYTES + 1)));

            assertThat(shop.status(id)).isEqualTo(TaskStatus.FAILED);
            assertThat(shop.task(id).failure())
                    .isEqualTo(Failure.rejected("a result has at most 1048576 bytes of UTF-8"));
        }

        @Test
        void a_result_that_is_not_json_is_told_clearly_and_not_tried_again() {
            TaskId id = runs((payload, context) -> new Result("{\"n\": one}"));

            assertThat(shop.status(id)).isEqualTo(TaskStatus.FAILED);
            assertThat(shop.task(id).failure())
                    .isEqualTo(Failure.rejected(
                            "the handler returned a result that is not JSON, or too deep, from character 7 on"));
            assertThat(shop.stored(id).result()).isNull();
        }

        @Test
        void the_last_attempt_that_fails_leaves_the_task_failed() {
            TaskId id = runs((payload, context) -> {
                throw new IllegalStateException("again");
            });
            shop.retryDue();

            shop.cycle.runOnce();

            assertThat(shop.status(id)).isEqualTo(TaskStatus.FAILED);
            assertThat(shop.task(id).attempts()).isEqualTo(2);
        }

        @Test
        void an_interrupt_that_a_handler_leaves_behind_does_not_reach_the_next() {
            TaskId id = runs((payload, context) -> {
                Thread.currentThread().interrupt();
                return new Result("1");
            });

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
            assertThat(Thread.interrupted()).isFalse();
        }

        @Test
        void a_task_without_a_thread_is_given_back_to_rest_a_little() {
            shop.threads.refuse();
            TaskId id = shop.enqueue("{}");

            shop.cycle.runOnce();

            assertThat(shop.status(id)).isEqualTo(TaskStatus.SCHEDULED);
            assertThat(shop.task(id).attempts()).isZero();
        }
    }

    @Nested
    class ThatTheStoreCouldNotTake {
        private TaskId id = new TaskId(1);

        @Test
        void is_told_again_after_growing_waits() {
            endWhileTheStoreFails(new StoreBusyException("too much to do"), new StoreFullException("no room"));

            shop.pass(FIRST_WAIT);
            assertThat(shop.status(id)).isEqualTo(TaskStatus.PROCESSING);
            shop.pass(SECOND_WAIT.minusMillis(1));
            assertThat(shop.status(id)).isEqualTo(TaskStatus.PROCESSING);

            shop.pass(Duration.ofMillis(1));
            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
        }

        @Test
        void is_planned_again() {
            endWhileTheStoreFails(new StoreBusyException("too much to do"));

            assertThat(shop.cycle.runOnce()).isEqualTo(shop.clock.now().plus(FIRST_WAIT));
        }

        @Test
        void keeps_its_slot_and_its_lease_until_it_is_heard() {
            endWhileTheStoreFails(new StoreBusyException("too much to do"));
            TaskId next = shop.enqueue("{}");

            shop.cycle.runOnce();
            assertThat(shop.status(next)).isEqualTo(TaskStatus.QUEUED);
            shop.pass(FIRST_WAIT);
            assertThat(shop.status(next)).isEqualTo(TaskStatus.PROCESSING);
        }

        @Test
        void is_over_when_a_telling_with_unknown_outcome_was_stored_after_all() {
            shop.threads.hold();
            shop.hearNothing();
            id = shop.enqueue("{}");
            shop.cycle.runOnce();
            shop.store.forgetNext();
            shop.threads.runNext();
            shop.cycle.runOnce();

            shop.pass(FIRST_WAIT);

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
            assertThat(shop.task(id).attempts()).isEqualTo(1);
            assertThat(shop.cycle.unsettled()).isZero();
        }

        @Test
        void is_given_up_when_the_store_is_closed() {
            endWhileTheStoreFails(new StoreClosedException("closed"));

            assertThat(shop.cycle.unsettled()).isZero();
        }

        @Test
        void is_given_up_on_an_error_that_no_repetition_mends() {
            endWhileTheStoreFails(new IllegalStateException("task 1 is at version 4, not 3"));

            assertThat(shop.cycle.unsettled()).isZero();
        }

        private void endWhileTheStoreFails(RuntimeException... whys) {
            shop.threads.hold();
            id = shop.enqueue("{}");
            shop.cycle.runOnce();
            shop.store.failNext(whys);
            shop.threads.runNext();
            shop.cycle.runOnce();
        }
    }

    private TaskId runs(Handlers.Work work) {
        Workshop other = new Workshop(1, Handlers.thatDoes(work));
        shop = other;
        TaskId id = shop.enqueue("{}");
        shop.cycle.runOnce();
        return id;
    }
}
