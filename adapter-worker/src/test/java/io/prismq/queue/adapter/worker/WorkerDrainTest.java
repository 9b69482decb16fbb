package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerDrainTest {
    private final Workshop shop = new Workshop(2, Handlers.echo());

    @BeforeEach
    void hold() {
        shop.threads.hold();
    }

    @Test
    void claims_no_more() {
        shop.cycle.drain();
        TaskId id = shop.enqueue("{}");

        shop.cycle.runOnce();
        shop.pass(Duration.ofSeconds(1));

        assertThat(shop.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(shop.cycle.isDrained()).isTrue();
    }

    @Test
    void waits_for_what_runs_and_settles_it() {
        TaskId id = shop.enqueue("{}");
        shop.cycle.runOnce();
        shop.cycle.drain();
        shop.cycle.runOnce();
        assertThat(shop.cycle.isDrained()).isFalse();

        shop.threads.runNext();
        shop.cycle.runOnce();

        assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(shop.cycle.isDrained()).isTrue();
    }

    @Test
    void is_not_over_before_it_was_asked_for() {
        shop.cycle.runOnce();

        assertThat(shop.cycle.isDrained()).isFalse();
    }

    @Test
    void gives_back_what_does_not_end_without_costing_its_attempt() {
        TaskId id = shop.enqueue("{}");
        shop.cycle.runOnce();
        shop.cycle.drain();

        shop.cycle.releaseAll();
        shop.cycle.runOnce();

        assertThat(shop.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(shop.task(id).attempts()).isZero();
        assertThat(shop.cycle.isDrained()).isTrue();
    }

    @Test
    void gives_back_only_once_it_is_heard() {
        TaskId id = shop.enqueue("{}");
        shop.cycle.runOnce();
        shop.cycle.drain();
        shop.store.failNext(new StoreBusyException("too much to do"));

        shop.cycle.releaseAll();
        shop.cycle.runOnce();
        assertThat(shop.cycle.isDrained()).isFalse();
        shop.pass(Duration.ofMillis(100));

        assertThat(shop.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(shop.cycle.isDrained()).isTrue();
    }

    @Test
    void does_not_give_back_what_has_ended_and_waits_for_the_store() {
        TaskId id = shop.enqueue("{}");
        shop.cycle.runOnce();
        shop.cycle.drain();
        shop.store.failNext(new StoreBusyException("too much to do"));
        shop.threads.runNext();
        shop.cycle.runOnce();

        shop.cycle.releaseAll();
        shop.pass(Duration.ofMillis(100));

        assertThat(shop.status(id)).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void gives_back_at_once_what_a_claim_under_way_brings() {
        shop.store.holdAnswers();
        TaskId id = shop.enqueue("{}");
        shop.cycle.runOnce();
        shop.cycle.drain();
        shop.cycle.runOnce();
        assertThat(shop.cycle.isDrained()).isFalse();

        shop.store.letAnswersGo();
        shop.cycle.runOnce();

        assertThat(shop.threads.waiting()).isZero();
        assertThat(shop.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(shop.task(id).attempts()).isZero();
        assertThat(shop.cycle.isDrained()).isTrue();
    }
}
