package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.NewTask;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class InsertContract extends StoreTest {
    InsertContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void storesEveryPartOfTheTask() {
        NewTask asked = aTask().type("video:encode")
                .requires("\"region\":\"eu\"", "\"formats\":[\"a,b\",\"\u00fc \ud83d\ude80\"]")
                .priority(7)
                .maxAttempts(3)
                .idempotencyKey("order 4711 \u00e9")
                .payload("{\"text\":\"\u65e5\u672c\u8a9e \ud83d\ude80 \\u0000\"}")
                .createdAt(clock.now().plusMillis(1))
                .delay(Duration.ofMillis(2))
                .timeToLive(Duration.ofMillis(3))
                .build();

        Task task = write(tx -> tx.insert(asked));

        assertThat(task).isEqualTo(asked.withId(task.id()));
        assertThat(load(task.id())).contains(new StoredTask(task, asked.payload(), null));
    }

    @Test
    void storesATaskThatNamesNothingOptional() {
        Task task = insert(aTask());

        assertThat(load(task.id())).contains(new StoredTask(task, Payload.EMPTY, null));
        assertThat(task.status()).isEqualTo(TaskStatus.QUEUED);
        assertThat(task.version()).isZero();
    }

    @Test
    void storesTheLargestPayload() {
        Payload largest = new Payload("\"" + "x".repeat(Payload.MAX_BYTES - 2) + "\"");

        Task task = insert(aTask().payload(largest.json()));

        assertThat(load(task.id())).map(StoredTask::payload).contains(largest);
    }

    @Test
    void givesEachTaskAHigherId() {
        List<Task> first = insertAll(aTask(), aTask().type("other"), aTask().priority(1));
        List<Task> second = insertAll(aTask(), aTask());

        assertThat(first).extracting(Task::id).isSorted().doesNotHaveDuplicates();
        assertThat(second).extracting(Task::id).isSorted().allMatch(id -> id.compareTo(last(first)) > 0);
    }

    @Test
    void neverGivesTheIdOfADeletedTaskAgain() {
        Task deleted = insert(aTask());
        delete(deleted);

        assertThat(insert(aTask()).id()).isGreaterThan(deleted.id());
    }

    @Test
    void neverGivesTheIdOfATaskDeletedInTheSameUnitAgain() {
        List<TaskId> ids = write(tx -> {
            Task deleted = tx.insert(aTask().build());
            tx.delete(deleted.id());
            return List.of(deleted.id(), tx.insert(aTask().build()).id());
        });

        assertThat(ids.get(1)).isGreaterThan(ids.get(0));
    }

    @Test
    void findsTheTaskByItsIdempotencyKey() {
        Task task = insert(aTask().idempotencyKey("key"));
        insert(aTask().idempotencyKey("KEY"));

        assertThat(findByKey("key")).contains(task);
        assertThat(findByKey("kez")).isEmpty();
    }

    @Test
    void refusesAnIdempotencyKeyThatIsTaken() {
        Task first = insert(aTask().idempotencyKey("key"));

        Throwable thrown = failure(
                tx -> tx.insert(aTask().type("other").idempotencyKey("key").build()));

        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        assertThat(findByKey("key")).contains(first);
    }

    @Test
    void refusesAnIdempotencyKeyThatTheSameUnitHasTaken() {
        Throwable thrown = failure(tx -> {
            tx.insert(aTask().idempotencyKey("key").build());
            return tx.insert(aTask().idempotencyKey("key").build());
        });

        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        assertThat(total()).isZero();
    }

    @Test
    void takesAnIdempotencyKeyWhoseTaskIsGone() {
        delete(insert(aTask().idempotencyKey("key")));

        Task second = insert(aTask().idempotencyKey("key"));

        assertThat(findByKey("key")).contains(second);
    }

    @Test
    void takesTheIdempotencyKeyOfAUnitThatThrew() {
        failure(tx -> {
            tx.insert(aTask().idempotencyKey("key").build());
            throw new IllegalStateException("after the insert");
        });

        Task task = insert(aTask().idempotencyKey("key"));

        assertThat(find(task.id())).contains(task);
    }

    private static TaskId last(List<Task> tasks) {
        return tasks.get(tasks.size() - 1).id();
    }
}
