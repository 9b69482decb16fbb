package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.TaskBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class FinishedContract extends StoreTest {
    FinishedContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void areFoundFromTheirEndOn() {
        Task task = cancelled(aTask(), NOW.plusSeconds(1));

        assertThat(finished(TaskStatus.CANCELLED, NOW.plusMillis(999), 10)).isEmpty();
        assertThat(finished(TaskStatus.CANCELLED, NOW.plusSeconds(1), 10)).containsExactly(task.id());
    }

    @Test
    void areFoundWhateverTheyRequire() {
        Task one = cancelled(aTask().requires("\"region\":\"eu\""), NOW);
        Task two = cancelled(aTask().requires("\"region\":\"us\""), NOW);

        assertThat(finished(TaskStatus.CANCELLED, NOW, 10)).containsExactlyInAnyOrder(one.id(), two.id());
    }

    @Test
    void areNotMistakenForOthers() {
        insert(aTask());
        insert(aTask(), TaskStatus.PROCESSING);
        cancelled(aTask().type("other"), NOW);
        Task completed = insert(aTask(), TaskStatus.COMPLETED);

        assertThat(finished(TaskStatus.CANCELLED, NOW.plus(Duration.ofDays(1)), 10))
                .isEmpty();
        assertThat(finished(TaskStatus.COMPLETED, NOW.plus(Duration.ofDays(1)), 10))
                .containsExactly(completed.id());
    }

    @Test
    void areNoMoreThanAskedFor() {
        for (int n = 0; n < 5; n++) {
            cancelled(aTask(), NOW);
        }

        assertThat(finished(TaskStatus.CANCELLED, NOW, 3)).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void areNotFoundOnceTheyAreRetriedOrDeleted() {
        Task retried = cancelled(aTask(), NOW);
        save(moved(retried.retry(NOW)));
        delete(cancelled(aTask(), NOW));

        assertThat(finished(TaskStatus.CANCELLED, NOW.plus(Duration.ofDays(1)), 10))
                .isEmpty();
    }

    private Task cancelled(TaskBuilder task, Instant at) {
        return save(moved(insert(task).cancel(at)));
    }

    private List<TaskId> finished(TaskStatus status, Instant until, int limit) {
        return this.<List<TaskId>>ask(reads -> reads.search().finished(TYPE, status, until, limit));
    }
}
