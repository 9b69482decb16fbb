package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.TaskQuery;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class DeleteContract extends StoreTest {
    DeleteContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void removesTheTaskWithEverythingThatBelongsToIt() {
        Task task = insert(aTask().idempotencyKey("key"), TaskStatus.COMPLETED);
        write(tx -> {
            tx.saveResult(task.id(), new Result("1"));
            return task;
        });

        delete(task);

        assertThat(find(task.id())).isEmpty();
        assertThat(load(task.id())).isEmpty();
        assertThat(findByKey("key")).isEmpty();
        assertThat(this.<List<TaskId>>ask(
                        reads -> reads.search().finished(task.type(), TaskStatus.COMPLETED, Tasks.NOW, 1)))
                .isEmpty();
    }

    @Test
    void removesTheTaskFromEveryList() {
        Task task = insert(aTask());

        delete(task);

        TaskQuery everything = new TaskQuery(Optional.empty(), Optional.empty(), Optional.empty(), 10, 1000);
        assertThat(store.<List<?>>read(reads -> reads.search().page(everything).tasks()))
                .isEmpty();
        assertThat(claimable(ClaimCriteria.of(Tasks.SKILLS, 10))).isEmpty();
    }

    @Test
    void leavesOtherTasksAlone() {
        List<Task> tasks = insertAll(aTask(), aTask(), aTask());

        delete(tasks.get(1));

        assertThat(find(tasks.get(0).id())).isPresent();
        assertThat(find(tasks.get(2).id())).isPresent();
    }

    @Test
    void doesNothingWhereTheTaskIsGoneAlready() {
        Task task = insert(aTask());
        delete(task);

        delete(task);

        assertThat(find(task.id())).isEmpty();
        assertThat(find(new TaskId(TaskId.MAX))).isEmpty();
    }
}
