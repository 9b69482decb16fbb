package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.StoreOutcomeUnknownException;
import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim of which the store does not know whether it was stored. */
class UnknownClaimTest {
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private final Workshop shop = new Workshop(2, Handlers.echo());
    private TaskId id = new TaskId(1);

    @BeforeEach
    void claim() {
        shop.threads.hold();
        shop.hearNothing();
        id = shop.enqueue("{}");
    }

    @Test
    void that_was_stored_is_learned_soon_and_its_task_is_run() {
        shop.store.forgetNext();
        shop.cycle.runOnce();
        assertThat(shop.status(id)).isEqualTo(TaskStatus.PROCESSING);
        assertThat(shop.threads.waiting()).isZero();

        shop.pass(FIRST_WAIT);

        assertThat(shop.threads.waiting()).isEqualTo(1);
        assertThat(shop.task(id).claimNo()).isEqualTo(1);
    }

    @Test
    void that_was_not_stored_is_claimed_anew() {
        shop.store.failNext(new StoreOutcomeUnknownException("the commit failed"));
        shop.cycle.runOnce();

        shop.pass(FIRST_WAIT);

        assertThat(shop.threads.waiting()).isEqualTo(1);
    }

    @Test
    void is_planned_again_after_growing_waits() {
        StoreOutcomeUnknownException unknown = new StoreOutcomeUnknownException("the commit failed");
        shop.store.failNext(unknown, unknown);

        assertThat(shop.cycle.runOnce()).isEqualTo(shop.clock.now().plus(FIRST_WAIT));
        shop.clock.advance(FIRST_WAIT);
        assertThat(shop.cycle.runOnce()).isEqualTo(shop.clock.now().plus(FIRST_WAIT.multipliedBy(2)));
    }

    @Test
    void is_learned_before_a_drain_is_over_and_its_task_is_given_back() {
        shop.store.forgetNext();
        shop.cycle.runOnce();
        shop.cycle.drain();
        shop.cycle.runOnce();
        assertThat(shop.cycle.isDrained()).isFalse();

        shop.pass(FIRST_WAIT);

        assertThat(shop.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(shop.task(id).attempts()).isZero();
        assertThat(shop.cycle.isDrained()).isTrue();
    }

    @Test
    void keeps_a_drain_waiting_for_seconds_only() {
        StoreOutcomeUnknownException unknown = new StoreOutcomeUnknownException("the commit failed");
        shop.store.failNext(Collections.nCopies(20, unknown).toArray(StoreOutcomeUnknownException[]::new));
        shop.cycle.runOnce();
        for (int looks = 0; looks < 8; looks++) {
            shop.pass(Duration.ofSeconds(5));
        }
        shop.cycle.drain();

        Instant drainedAt = shop.clock.now();
        for (int look = 0; look < 20 && !shop.cycle.isDrained(); look++) {
            shop.cycle.runOnce();
            shop.pass(FIRST_WAIT.multipliedBy(2));
        }

        assertThat(shop.cycle.isDrained()).isTrue();
        assertThat(shop.clock.now()).isBefore(drainedAt.plusSeconds(4));
    }

    @Test
    void takes_nothing_from_another_worker_of_the_same_name() {
        Workshop twin = new Workshop(2, Handlers.echo());
        ClaimId ours = claimId(shop, id);
        ClaimId theirs = claimId(twin, twin.enqueue("{}"));

        assertThat(ours).isNotEqualTo(theirs);
    }

    private ClaimId claimId(Workshop worker, TaskId claimed) {
        worker.threads.hold();
        worker.cycle.runOnce();
        return Objects.requireNonNull(
                Objects.requireNonNull(worker.task(claimed).lease()).claim());
    }
}
