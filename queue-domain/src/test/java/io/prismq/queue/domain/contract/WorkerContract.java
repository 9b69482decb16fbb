package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.TIMEOUT;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Claim;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.worker.RunningTask;
import io.prismq.queue.domain.worker.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class WorkerContract extends StoreTest {
    private static final WorkerId ANOTHER = new WorkerId("worker-2");

    WorkerContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void areNoneAtFirst() {
        assertThat(all()).isEmpty();
        assertThat(running()).isEmpty();
    }

    @Test
    void areKeptWithAllThatIsKnown() {
        Worker known = new Worker(
                new WorkerId("\u00fc \ud83d\ude80 '%_"),
                Set.of(new TaskType("a"), new TaskType("B.c:d_e-1")),
                "{ \"region\" : [\"eu\", \"\u00fc\"] }",
                NOW.minusMillis(1),
                NOW.plusMillis(1),
                7);
        Worker unknown = new Worker(WORKER, Set.of(), "{}", NOW, NOW, 0);

        put(known, unknown);

        assertThat(all()).containsExactlyInAnyOrder(known, unknown);
    }

    @Test
    void areKeptWithManyTypes() {
        Set<TaskType> types = IntStream.range(0, 1000)
                .mapToObj(n -> new TaskType("type-" + n))
                .collect(Collectors.toSet());
        Worker versatile = new Worker(WORKER, types, "{}", NOW, NOW, 0);

        put(versatile);

        assertThat(all()).containsExactly(versatile);
    }

    @Test
    void areToldByTheirIds() {
        put(worker("b"), worker("a2"), worker("a10"), worker("B"), worker("\u00e4"));

        assertThat(all()).extracting(worker -> worker.id().value()).containsExactly("B", "a10", "a2", "b", "\u00e4");
    }

    @Test
    void takeThePlaceOfWhatWasRegisteredUnderTheirId() {
        put(worker("a"), worker("b"));
        Worker changed =
                new Worker(new WorkerId("a"), Set.of(new TaskType("new")), "{\"a\":1}", NOW, NOW.plusSeconds(1), 2);

        put(changed);

        assertThat(all()).containsExactly(changed, worker("b"));
    }

    @Test
    void goWhenTheyAreStruckOff() {
        put(worker("a"), worker("b"));

        remove("a");
        remove("a");
        remove("nobody");

        assertThat(all()).containsExactly(worker("b"));
    }

    @Test
    void seeTheChangesOfTheirUnit() {
        List<Worker> seen = write(tx -> {
            tx.workers().put(worker("a"));
            tx.workers().put(worker("b"));
            tx.workers().remove(new WorkerId("a"));
            return tx.workers().all();
        });

        assertThat(seen).containsExactly(worker("b"));
    }

    @Test
    void areAsBeforeAfterAUnitThatThrew() {
        put(worker("a"), worker("b"));

        failure(tx -> {
            tx.workers().put(new Worker(new WorkerId("a"), Set.of(), "{\"a\":1}", NOW, NOW, 9));
            tx.workers().put(worker("c"));
            tx.workers().remove(new WorkerId("b"));
            throw new IllegalStateException("after all of it");
        });

        assertThat(all()).containsExactly(worker("a"), worker("b"));
    }

    @Test
    void runTheTasksThatTheyHoldRegisteredOrNot() {
        Task first = claim(WORKER);
        Task second = claim(WORKER);
        Task third = claim(ANOTHER);
        insert(aTask());

        assertThat(running())
                .containsExactlyInAnyOrder(
                        new RunningTask(WORKER, first.id()),
                        new RunningTask(WORKER, second.id()),
                        new RunningTask(ANOTHER, third.id()));
    }

    @Test
    void runNothingThatTheyNoLongerHold() {
        Task completed = claim(WORKER);
        Task released = claim(WORKER);
        Task cancelled = claim(WORKER);
        Task gone = claim(WORKER);
        Task left = claim(WORKER);

        save(moved(completed.complete(TOKEN, clock.now())));
        save(moved(released.release(TOKEN, Duration.ZERO, clock.now())));
        save(moved(cancelled.cancel(clock.now())));
        delete(gone);

        assertThat(running()).containsExactly(new RunningTask(WORKER, left.id()));
    }

    @Test
    void runNoMoreThanAreAskedFor() {
        claim(WORKER);
        claim(WORKER);
        claim(ANOTHER);

        List<RunningTask> two = store.read(reads -> reads.workers().running(2));

        assertThat(two).hasSize(2).doesNotHaveDuplicates();
    }

    private Task claim(WorkerId worker) {
        return save(moved(insert(aTask()).claim(new Claim(worker, TOKEN, LEASE, TIMEOUT, null), clock.now())));
    }

    private static Worker worker(String id) {
        return new Worker(new WorkerId(id), Set.of(new TaskType("email")), "{}", NOW, NOW, 0);
    }

    private void put(Worker... workers) {
        change(tx -> Stream.of(workers).forEach(tx.workers()::put));
    }

    private void remove(String id) {
        change(tx -> tx.workers().remove(new WorkerId(id)));
    }

    private List<Worker> all() {
        return ask(reads -> reads.workers().all());
    }

    private Set<RunningTask> running() {
        return ask(reads -> Set.copyOf(reads.workers().running(10)));
    }
}
