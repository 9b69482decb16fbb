package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkerCycleTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Workshop shop = new Workshop(2, Handlers.echo());

    @Nested
    class Claiming {
        @Test
        void runs_what_is_queued_and_keeps_its_result() {
            TaskId id = shop.enqueue("{\"n\":1}");

            shop.cycle.runOnce();

            assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
            assertThat(shop.stored(id).result()).isEqualTo(new Result("{\"n\":1}"));
        }

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

            assertThat(shop.memory.read(reads -> reads.counts()).of(TaskStatus.COMPLETED))
                    .isEqualTo(7);
        }

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
        void claims_after_another_process_enqueued() {
            shop.cycle.runOnce();
            shop.cycle.committed(Commit.FOREIGN);
            shop.cycle.runOnce();
            assertThat(shop.store.writes()).isEqualTo(1);

            shop = new Workshop(2, Handlers.echo());
            shop.cycle.runOnce();
            Workshop unheard = shop;
            TaskId id = unheard.enqueue("{}");
            unheard.cycle.committed(Commit.FOREIGN);
            unheard.cycle.runOnce();
            assertThat(unheard.status(id)).isEqualTo(TaskStatus.COMPLETED);
        }
    }

    @Nested
    class Renewing {
        @Test
        void renews_the_lease_after_a_third_of_it() {
            shop.threads.hold();
            TaskId id = shop.enqueue("{}");
            shop.cycle.runOnce();

            shop.pass(Duration.ofSeconds(10));

            assertThat(Objects.requireNonNull(shop.task(id).lease()).until()).isEqualTo(Tasks.NOW.plusSeconds(40));
        }
    }
}
