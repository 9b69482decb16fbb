package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One slot, and a worker that takes tasks for short ones; handlers do not run before the test says so. */
class WorkerForesightTest {
    private final Workshop shop = new Workshop(Workshop.settings(new Slots(1, Map.of(), null)), Handlers.echo());
    private TaskId running = new TaskId(1);
    private TaskId waiting = new TaskId(2);

    @BeforeEach
    void claim() {
        shop.threads.hold();
        for (int n = 0; n < 500; n++) {
            shop.foresight.ran(Duration.ofMillis(1));
        }
        running = shop.enqueue("{}");
        waiting = shop.enqueue("{}");
        shop.cycle.runOnce();
    }

    @Test
    void claims_ahead_what_it_will_soon_begin() {
        assertThat(shop.status(waiting)).isEqualTo(TaskStatus.PROCESSING);
        assertThat(shop.threads.waiting()).isEqualTo(1);
    }

    @Test
    void gives_back_what_it_was_wrong_about_and_is_more_careful_then() {
        shop.pass(Duration.ofSeconds(1));
        shop.cycle.runOnce();

        assertThat(shop.status(running)).isEqualTo(TaskStatus.PROCESSING);
        assertThat(shop.status(waiting)).isEqualTo(TaskStatus.QUEUED);
        assertThat(shop.task(waiting).attempts()).isZero();
        assertThat(shop.foresight.ahead()).isZero();
    }

    @Test
    void lets_the_next_one_begin_before_the_store_has_heard_of_the_end_of_the_last() {
        shop.store.holdAnswers();

        shop.threads.runNext();
        shop.cycle.runOnce();

        assertThat(shop.threads.waiting()).isEqualTo(1);
    }
}
