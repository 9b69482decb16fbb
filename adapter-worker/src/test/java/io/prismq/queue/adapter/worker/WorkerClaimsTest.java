package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkerClaimsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Workshop shop = new Workshop(2, Handlers.echo());

    @Nested
    class WhatIsClaimed {
        @Test
        void leaves_types_without_a_handler_alone() {
            TaskId id = shop.enqueue(new TaskType("other"), "{}");

            shop.cycle.runOnce();

            assertThat(shop.status(id)).isEqualTo(TaskStatus.QUEUED);
        }

        @Test
        void never_claims_without_handlers() {
            shop = new Workshop(2);
            shop.enqueue("{}");

            shop.cycle.runOnce();
            shop.pass(SECOND);

            assertThat(shop.store.writes()).isZero();
        }

        @Test
        void takes_as_many_as_it_has_slots_in_one_claim() {
            shop.threads.hold();
            shop.enqueue("{}");
            shop.enqueue("{}");
            TaskId third = shop.enqueue("{}");

            shop.cycle.runOnce();

            assertThat(shop.threads.waiting()).isEqualTo(2);
            assertThat(shop.store.writes()).isEqualTo(1);
            assertThat(shop.status(third)).isEqualTo(TaskStatus.QUEUED);
        }

        @Test
        void fills_a_slot_as_soon_as_it_is_free() {
            shop.threads.hold();
            shop.enqueue("{}");
            shop.enqueue("{}");
            TaskId third = shop.enqueue("{}");
            shop.cycle.runOnce();

            shop.threads.runNext();
            shop.cycle.runOnce();

            assertThat(shop.status(third)).isEqualTo(TaskStatus.PROCESSING);
        }

        @Test
        void works_through_more_than_it_has_slots() {
            for (int i = 0; i < 7; i++) {
                shop.enqueue("{}");
            }

            shop.cycle.runOnce();

            assertThat(shop.memory.read(reads -> reads.statistics().counts()).of(TaskStatus.COMPLETED))
                    .isEqualTo(7);
        }
    }

    @Nested
    class WhenItClaims {
        @Test
        void asks_no_further_while_there_is_no_news() {
            shop.cycle.runOnce();
            shop.cycle.runOnce();
            shop.pass(SECOND.minusMillis(1));

            assertThat(shop.store.writes()).isEqualTo(1);
        }

        @Test
        void looks_at_its_poll_interval_though_there_is_no_news() {
            assertThat(shop.cycle.runOnce()).isEqualTo(Tasks.NOW.plus(SECOND));

            shop.pass(SECOND);

            assertThat(shop.store.writes()).isEqualTo(2);
        }

        @Test
        void looks_when_the_clock_was_set_back() {
            shop.cycle.runOnce();

            shop.pass(Duration.ofHours(-1));

            assertThat(shop.store.writes()).isEqualTo(2);
        }

        @Test
        void claims_at_once_on_news_of_an_enqueue() {
            shop.cycle.runOnce();
            TaskId id = shop.enqueue("{}");

            shop.cycle.runOnce();

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
        }

        @Test
        void does_not_claim_on_news_of_other_types() {
            shop.cycle.runOnce();
            shop.enqueue(new TaskType("other"), "{}");

            shop.cycle.runOnce();

            assertThat(shop.store.writes()).isEqualTo(1);
        }

        @Test
        void claims_at_once_what_another_process_enqueued() {
            shop.cycle.runOnce();
            shop.hearNothing();
            TaskId id = shop.enqueue("{}");

            shop.cycle.committed(Commit.FOREIGN);
            shop.cycle.runOnce();

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
        }

        @Test
        void writes_nothing_when_another_process_enqueued_nothing_for_it() {
            shop.cycle.runOnce();
            shop.enqueue(new TaskType("other"), "{}");

            shop.cycle.committed(Commit.FOREIGN);
            shop.cycle.runOnce();

            assertThat(shop.store.writes()).isEqualTo(1);
        }

        @Test
        void one_claim_is_under_way_at_a_time() {
            shop.store.holdAnswers();
            shop.cycle.runOnce();
            shop.enqueue("{}");

            shop.pass(SECOND);

            assertThat(shop.store.writes()).isEqualTo(1);
        }
    }

    @Nested
    class TroubleWithTheStore {
        @Test
        void a_claim_that_failed_is_tried_again_at_the_poll_interval() {
            shop.store.failNext(new StoreBusyException("too much to do"));
            TaskId id = shop.enqueue("{}");
            shop.cycle.runOnce();
            assertThat(shop.status(id)).isEqualTo(TaskStatus.QUEUED);

            shop.pass(SECOND);

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
        }

        @Test
        void a_store_that_throws_at_once_is_no_different() {
            shop.store.throwNext(new StoreBusyException("too much to do"));
            TaskId id = shop.enqueue("{}");
            shop.cycle.runOnce();

            shop.pass(SECOND);

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
        }

        @Test
        void even_an_error_that_is_not_the_stores_does_not_end_the_claims() {
            shop.store.throwNext(new IllegalStateException("a bug"));
            TaskId id = shop.enqueue("{}");
            shop.cycle.runOnce();

            shop.pass(SECOND);

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
        }

        @Test
        void a_look_after_a_foreign_commit_may_fail() {
            shop.cycle.runOnce();
            shop.store.failReads(new StoreBusyException("too much to do"));

            shop.cycle.committed(Commit.FOREIGN);
            shop.cycle.runOnce();

            assertThat(shop.store.writes()).isEqualTo(1);
        }
    }

    @Nested
    class NewsOutOfTurn {
        @Test
        void a_task_cancelled_before_the_answer_to_its_claim_is_not_run() {
            shop.threads.hold();
            shop.store.holdAnswers();
            TaskId id = shop.enqueue("{}");
            shop.cycle.runOnce();
            shop.cancel(id);
            shop.cycle.runOnce();

            shop.store.letAnswersGo();
            shop.cycle.runOnce();

            assertThat(shop.threads.waiting()).isZero();
        }

        @Test
        void news_from_before_the_claim_does_not_end_the_attempt() {
            shop.threads.hold();
            TaskId id = shop.enqueue("{}");
            Task asQueued = shop.task(id);
            shop.cycle.runOnce();

            shop.cycle.committed(Tasks.commitOf(asQueued));
            shop.cycle.runOnce();
            shop.threads.runNext();
            shop.cycle.runOnce();

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
        }
    }
}
