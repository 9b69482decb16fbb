package io.prismq.queue.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.SettableClock;
import io.prismq.queue.domain.testing.TaskBuilder;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** A store of its own for each test, and the short ways to use it. */
abstract class StoreTest {
    /** Reached only where something hangs. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final SettableClock clock = new SettableClock();
    final TaskStore store;
    private final TaskStoreContract contract;

    StoreTest(TaskStoreContract contract) {
        this.contract = contract;
        this.store = contract.newStore(clock);
    }

    @AfterEach
    final void closeStore() {
        contract.close(store);
    }

    /** Runs the unit of work and waits for it. */
    final <R> R write(Function<? super TaskTransaction, ? extends R> unit) {
        return assertThat(store.<R>write(unit)).succeedsWithin(PATIENCE).actual();
    }

    /** Runs a unit of work that returns nothing, and waits for it. */
    final void change(Consumer<? super TaskTransaction> unit) {
        write(tx -> {
            unit.accept(tx);
            return tx.now();
        });
    }

    /** Asks a snapshot and a unit of work, which have one answer. */
    final <R> R ask(Function<? super TaskReads, ? extends R> question) {
        R answer = store.<R>read(question);
        assertThat((Object) this.<R>write(question)).isEqualTo(answer);
        return answer;
    }

    /** Runs a unit of work that throws, and waits for what its stage completes with. */
    final Throwable failure(Function<? super TaskTransaction, ?> unit) {
        return Objects.requireNonNull(assertThat(store.<Object>write(unit))
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .actual()
                .getCause());
    }

    final Task insert(TaskBuilder task) {
        return write(tx -> tx.insert(task.build()));
    }

    /** Inserts the tasks in one unit of work. */
    final List<Task> insertAll(TaskBuilder... tasks) {
        return write(tx -> Stream.of(tasks).map(task -> tx.insert(task.build())).toList());
    }

    /** Inserts a task and brings it to the status. */
    final Task insert(TaskBuilder task, TaskStatus status) {
        return write(tx -> Tasks.save(tx, Tasks.bring(tx.insert(task.build()), status)));
    }

    final Task save(Task task) {
        return write(tx -> Tasks.save(tx, task));
    }

    final void delete(Task task) {
        change(tx -> tx.delete(task.id()));
    }

    final Optional<Task> find(TaskId id) {
        return store.read(reads -> reads.find(id));
    }

    final Optional<Task> findByKey(String key) {
        return store.read(reads -> reads.findByIdempotencyKey(key));
    }

    final Optional<StoredTask> load(TaskId id) {
        return store.read(reads -> reads.load(id));
    }

    final List<StoredTask> claimable(ClaimCriteria criteria) {
        return ask(reads -> reads.offers().claimable(criteria));
    }

    final Optional<Instant> oldestQueued() {
        return store.read(
                reads -> reads.statistics().oldestQueued().values().stream().min(Comparator.naturalOrder()));
    }

    final long total() {
        return store.<Long>read(reads -> reads.statistics().counts().total());
    }

    final long count(TaskStatus status) {
        return store.<Long>read(reads -> reads.statistics().counts().of(status));
    }
}
