package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.aClaim;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskCounts.Cell;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class CountContract extends StoreTest {
    CountContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void areEmptyWhereNothingIsStored() {
        assertThat(counts()).isEmpty();
        assertThat(oldestQueued()).isEmpty();
    }

    @Test
    void tellTypesAndStatusesApartButNotCompatibilities() {
        insertAll(
                aTask().type("a"),
                aTask().type("a").requires("\"region\":\"eu\""),
                aTask().type("a").delay(Duration.ofHours(1)),
                aTask().type("b"));

        assertThat(counts())
                .containsExactlyInAnyOrder(
                        cell("a", TaskStatus.QUEUED, 2),
                        cell("a", TaskStatus.SCHEDULED, 1),
                        cell("b", TaskStatus.QUEUED, 1));
    }

    @Test
    void followATaskThroughItsLife() {
        Task queued = insert(aTask().type("a"));
        assertThat(counts()).containsExactly(cell("a", TaskStatus.QUEUED, 1));

        Task processing = save(moved(queued.claim(aClaim(), NOW)));
        assertThat(counts()).containsExactly(cell("a", TaskStatus.PROCESSING, 1));

        Task completed = save(moved(processing.complete(TOKEN, NOW)));
        assertThat(counts()).containsExactly(cell("a", TaskStatus.COMPLETED, 1));

        delete(completed);
        assertThat(counts()).isEmpty();
    }

    @Test
    void addUpManyChangesOfOneUnit() {
        write(tx -> {
            Task one = tx.insert(aTask().type("a").build());
            Task two = tx.insert(aTask().type("a").build());
            Task three = tx.insert(aTask().type("b").build());
            Tasks.save(tx, moved(Tasks.save(tx, moved(one.claim(aClaim(), NOW))).complete(TOKEN, NOW)));
            Tasks.save(tx, moved(two.cancel(NOW)));
            tx.delete(two.id());
            return Tasks.save(tx, three);
        });

        assertThat(counts())
                .containsExactlyInAnyOrder(cell("a", TaskStatus.COMPLETED, 1), cell("b", TaskStatus.QUEUED, 1));
    }

    @Test
    void forgetAUnitThatThrew() {
        Task kept = insert(aTask().type("a"));

        failure(tx -> {
            tx.insert(aTask().type("b").build());
            Tasks.save(tx, moved(kept.cancel(NOW)));
            tx.delete(kept.id());
            throw new IllegalStateException("after all of it");
        });

        assertThat(counts()).containsExactly(cell("a", TaskStatus.QUEUED, 1));
    }

    @Test
    void areNotChangedByDeletingWhatIsGone() {
        Task task = insert(aTask().type("a"));
        Task gone = insert(aTask().type("a"));

        delete(gone);
        delete(gone);

        assertThat(counts()).containsExactly(cell("a", TaskStatus.QUEUED, 1));
        assertThat(find(task.id())).isPresent();
    }

    @Test
    void goWithTheOldestQueuedTask() {
        Task newest = insert(aTask().createdAt(NOW.plusSeconds(3)).priority(1));
        Task oldest = insert(aTask().createdAt(NOW.plusSeconds(1)).type("b"));
        insert(aTask().createdAt(NOW).delay(Duration.ofHours(1)));
        insert(aTask().createdAt(NOW), TaskStatus.COMPLETED);

        assertThat(oldestQueued()).contains(oldest.createdAt());

        save(moved(oldest.cancel(NOW)));
        assertThat(oldestQueued()).contains(newest.createdAt());
    }

    @Test
    void sayWithinAUnitHowManyTasksThereAre() {
        Task before = insert(aTask());

        List<Long> fill = write(tx -> {
            long first = tx.statistics().fill().tasks();
            tx.insert(aTask().build());
            tx.insert(aTask().build());
            long second = tx.statistics().fill().tasks();
            tx.delete(before.id());
            return List.of(first, second, tx.statistics().fill().tasks());
        });

        assertThat(fill).containsExactly(1L, 3L, 2L);
        assertThat(this.<Long>write(tx -> tx.statistics().fill().tasks())).isEqualTo(2);
    }

    private List<Cell> counts() {
        return store.<List<Cell>>read(reads -> reads.statistics().counts().cells());
    }

    private static Cell cell(String type, TaskStatus status, long count) {
        return new Cell(new TaskType(type), status, count);
    }
}
