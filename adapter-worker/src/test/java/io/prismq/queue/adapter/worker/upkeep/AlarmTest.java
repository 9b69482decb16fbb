package io.prismq.queue.adapter.worker.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private final Alarm alarm = new Alarm();

    AlarmTest() {
        alarm.set(Tasks.NOW.plusSeconds(10));
    }

    @Test
    void a_task_that_is_due_earlier_wakes() throws InterruptedException {
        commit(dueIn(Duration.ofMillis(9_999)));

        assertThat(alarm.await(Duration.ofHours(1))).isTrue();
    }

    @Test
    void a_task_that_is_due_later_does_not_wake() throws InterruptedException {
        commit(dueIn(Duration.ofSeconds(10)));

        assertThat(alarm.await(Duration.ZERO)).isFalse();
    }

    @Test
    void a_task_that_waits_for_no_time_does_not_wake() throws InterruptedException {
        commit(dueIn(Duration.ZERO));

        assertThat(alarm.await(Duration.ZERO)).isFalse();
    }

    @Test
    void what_another_process_did_wakes() throws InterruptedException {
        alarm.committed(Commit.FOREIGN);

        assertThat(alarm.await(Duration.ofHours(1))).isTrue();
    }

    @Test
    void much_news_wakes_once() throws InterruptedException {
        commit(dueIn(Duration.ofSeconds(1)));
        commit(dueIn(Duration.ofSeconds(2)));
        alarm.await(Duration.ZERO);

        assertThat(alarm.await(Duration.ZERO)).isFalse();
    }

    private void commit(Task task) {
        alarm.committed(Tasks.commitOf(task));
    }

    private static Task dueIn(Duration delay) {
        return Tasks.aTask().delay(delay).withId(1);
    }
}
