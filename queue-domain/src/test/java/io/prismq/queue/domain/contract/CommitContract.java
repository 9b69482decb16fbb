package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.aClaim;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.happened;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.testing.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

abstract class CommitContract extends StoreTest {
    private final BlockingQueue<Task> told = new LinkedBlockingQueue<>();

    CommitContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void areToldWithTheTasksThatTheyInsertedOrSaved() throws InterruptedException {
        subscribe();

        Task first = insert(aTask());
        Task second = insert(aTask());
        Task saved = save(moved(first.cancel(NOW)));

        assertThat(told(3)).containsExactly(first, second, saved);
    }

    @Test
    void areToldInTheirOrder() throws InterruptedException {
        subscribe();
        List<TaskId> ids = new ArrayList<>();
        for (int n = 0; n < 50; n++) {
            store.write(tx -> tx.insert(aTask().build()));
            ids.add(insert(aTask()).id());
        }

        assertThat(told(100)).extracting(Task::id).isSorted().containsAll(ids);
    }

    @Test
    void tellEachTaskOnceAsItWasLeft() throws InterruptedException {
        subscribe();

        Task left = write(tx -> Tasks.save(tx, moved(tx.insert(aTask().build()).cancel(NOW))));
        Task marker = insert(aTask());

        assertThat(told(2)).containsExactly(left, marker);
    }

    @Test
    void tellWhatHappenedInItsOrder() throws InterruptedException {
        BlockingQueue<Commit.Change> changes = new LinkedBlockingQueue<>();
        store.subscribe(commit -> changes.addAll(commit.changes()));

        Task completed = write(tx -> {
            Task claimed = tx.save(happened(tx.insert(aTask().build()).claim(aClaim(), NOW)));
            Task left = tx.save(happened(claimed.complete(TOKEN, NOW)));
            tx.delete(left.id());
            return left;
        });

        for (TaskEvent event : List.of(TaskEvent.ENQUEUE, TaskEvent.CLAIM, TaskEvent.COMPLETE, TaskEvent.DELETE)) {
            Commit.Change change = changes.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(change).isNotNull();
            assertThat(change.event()).isEqualTo(event);
            assertThat(change.task().id()).isEqualTo(completed.id());
            assertThat(change.ended().isPresent()).isEqualTo(event == TaskEvent.COMPLETE);
        }
    }

    @Test
    void tellHowManyUnitsSharedThem() throws InterruptedException {
        BlockingQueue<Commit> commits = new LinkedBlockingQueue<>();
        store.subscribe(commits::add);

        insert(aTask());

        Commit commit = commits.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(commit).isNotNull();
        assertThat(commit.units()).isEqualTo(1);
        assertThat(commit.took().isNegative()).isFalse();
    }

    @Test
    void areNotToldWhereTheyChangedNoTask() throws InterruptedException {
        BlockingQueue<Commit> commits = new LinkedBlockingQueue<>();
        store.subscribe(commits::add);

        write(tx -> tx.find(new TaskId(1)));
        insert(aTask());

        Commit first = commits.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(first).isNotNull();
        assertThat(first.changes()).hasSize(1);
    }

    @Test
    void doNotTellOfATaskThatItsOwnUnitDeleted() throws InterruptedException {
        subscribe();

        write(tx -> {
            Task gone = tx.insert(aTask().build());
            tx.delete(gone.id());
            return gone;
        });
        Task marker = insert(aTask());

        assertThat(told(1)).containsExactly(marker);
    }

    @Test
    void doNotTellOfUnitsThatThrew() throws InterruptedException {
        subscribe();

        failure(tx -> {
            tx.insert(aTask().build());
            throw new IllegalStateException("after the insert");
        });
        Task marker = insert(aTask());

        assertThat(told(1)).containsExactly(marker);
    }

    @Test
    void canBeReadWhenTheyAreTold() throws InterruptedException {
        BlockingQueue<Boolean> found = new LinkedBlockingQueue<>();
        store.subscribe(commit ->
                commit.changed().forEach(task -> found.add(find(task.id()).equals(Optional.of(task)))));

        insert(aTask());

        assertThat(found.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void areToldToEverySubscriber() throws InterruptedException {
        BlockingQueue<Commit> second = new LinkedBlockingQueue<>();
        subscribe();
        store.subscribe(second::add);

        Task task = insert(aTask());

        assertThat(told(1)).containsExactly(task);
        assertThat(second.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .satisfies(commit -> assertThat(commit.changed()).containsExactly(task));
    }

    @Test
    void areNotToldOnceTheSubscriptionIsClosed() throws InterruptedException {
        BlockingQueue<Commit> closed = new LinkedBlockingQueue<>();
        store.subscribe(closed::add).close();
        subscribe();

        Task task = insert(aTask());

        assertThat(told(1)).containsExactly(task);
        assertThat(closed).isEmpty();
    }

    private void subscribe() {
        store.subscribe(commit -> told.addAll(commit.changed()));
    }

    /** The first tasks told, and after them none that is there already. */
    private List<Task> told(int count) throws InterruptedException {
        List<Task> tasks = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Task next = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(next).as("commit number %d", n).isNotNull();
            tasks.add(next);
        }
        tasks.addAll(told);
        return tasks;
    }
}
