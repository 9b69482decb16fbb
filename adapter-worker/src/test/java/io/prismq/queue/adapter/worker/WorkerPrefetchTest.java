package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One slot and two tasks ahead of it; handlers do not run before the test says so. */
class WorkerPrefetchTest {
    private final Workshop shop = new Workshop(Workshop.settings(new Slots(1, Map.of(), 2)), Handlers.echo());
    private TaskId running = new TaskId(1);
    private TaskId first = new TaskId(2);
    private TaskId second = new TaskId(3);
    private TaskId further = new TaskId(4);

    @BeforeEach
    void claim() {
        shop.threads.hold();
        running = shop.enqueue("{}");
        first = shop.enqueue("{}");
        second = shop.enqueue("{}");
        further = shop.enqueue("{}");
        shop.cycle.runOnce();
    }

    @Test
    void claims_so_many_ahead_and_runs_them_not_before_a_slot_is_free() {
        assertThat(shop.status(second)).isEqualTo(TaskStatus.PROCESSING);
        assertThat(shop.status(further)).isEqualTo(TaskStatus.QUEUED);
        assertThat(shop.threads.waiting()).isEqualTo(1);
    }

    @Test
    void begins_the_first_as_soon_as_a_slot_is_free_and_claims_another() {
        shop.threads.runNext();
        shop.cycle.runOnce();
        shop.threads.runNext();
        shop.cycle.runOnce();

        assertThat(shop.status(first)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(shop.status(second)).isEqualTo(TaskStatus.PROCESSING);
        assertThat(shop.status(further)).isEqualTo(TaskStatus.PROCESSING);
        assertThat(shop.threads.waiting()).isEqualTo(1);
    }

    @Test
    void renews_the_leases_of_those_that_wait() {
        shop.pass(Tasks.LEASE.dividedBy(3));

        assertThat(Objects.requireNonNull(shop.task(second).lease()).until())
                .isEqualTo(shop.clock.now().plus(Tasks.LEASE));
    }

    @Test
    void drops_one_that_is_cancelled_and_claims_another() {
        shop.cancel(first);

        shop.cycle.runOnce();
        shop.threads.runNext();
        shop.cycle.runOnce();
        shop.threads.runNext();
        shop.cycle.runOnce();

        assertThat(shop.status(first)).isEqualTo(TaskStatus.CANCELLED);
        assertThat(shop.status(second)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(shop.status(further)).isEqualTo(TaskStatus.PROCESSING);
    }

    @Test
    void gives_back_at_once_what_waits_when_it_drains() {
        shop.cycle.drain();
        shop.cycle.runOnce();

        assertThat(shop.status(running)).isEqualTo(TaskStatus.PROCESSING);
        assertThat(shop.status(first)).isEqualTo(TaskStatus.QUEUED);
        assertThat(shop.status(second)).isEqualTo(TaskStatus.QUEUED);
        assertThat(shop.task(first).attempts()).isZero();
        assertThat(shop.cycle.unsettled()).isEqualTo(1);
    }

    @Test
    void gives_back_what_has_waited_for_half_of_its_time_and_never_times_it_out() {
        Duration half = Workshop.TIMEOUT.dividedBy(2);
        shop.pass(half.minusMillis(1));
        assertThat(shop.task(first).claimNo()).isEqualTo(1);

        shop.pass(Duration.ofMillis(1));
        assertThat(shop.task(first).claimNo()).isEqualTo(2);
        shop.pass(half);

        assertThat(shop.status(running)).isEqualTo(TaskStatus.SCHEDULED);
        assertThat(shop.task(first).attempts()).isEqualTo(1);
        assertThat(shop.task(first).failure()).isNull();
    }
}
