package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.TIMEOUT;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Claim;
import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.testing.TaskBuilder;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class HeldContract extends StoreTest {
    private static final ClaimId ID = new ClaimId("claim-1");
    private static final WorkerId ANOTHER = new WorkerId("worker-2");

    HeldContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void bringsWhatTheClaimGotWithItsPayloadsTheLowestIdFirst() {
        List<Task> fresh = insertAll(aTask().payload("[1]").priority(9), aTask().payload("[2]"));

        Task second = claim(fresh.get(1), WORKER, ID);
        Task first = claim(fresh.get(0), WORKER, ID);

        assertThat(held(WORKER, ID))
                .containsExactly(
                        new StoredTask(first, new Payload("[1]"), null),
                        new StoredTask(second, new Payload("[2]"), null));
    }

    @Test
    void leavesOtherClaimsAlone() {
        claim(aTask(), WORKER, new ClaimId("claim-2"));
        claim(aTask(), WORKER, new ClaimId("CLAIM-1"));
        claim(aTask(), ANOTHER, ID);
        save(moved(insert(aTask()).claim(Tasks.aClaim(), clock.now())));

        assertThat(held(WORKER, ID)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00fc \ud83d\ude80 '%_", "2026-01-01T00:00:00Z"})
    void findsWhateverTheClaimIsCalled(String name) {
        ClaimId id = new ClaimId(name);
        Task claimed = claim(aTask(), WORKER, id);

        assertThat(held(WORKER, id)).extracting(StoredTask::task).containsExactly(claimed);
        assertThat(find(claimed.id())).contains(claimed);
    }

    @Test
    void keepsTheClaimOfALeaseThatIsRenewed() {
        Task claimed = claim(aTask(), WORKER, ID);

        Task beating = save(moved(claimed.heartbeat(TOKEN, LEASE, null, clock.advance(Duration.ofSeconds(1)))));

        assertThat(held(WORKER, ID)).extracting(StoredTask::task).containsExactly(beating);
    }

    @Test
    void endsWithTheLease() {
        Task completed = claim(aTask(), WORKER, ID);
        Task released = claim(aTask(), WORKER, ID);
        Task cancelled = claim(aTask(), WORKER, ID);
        Task gone = claim(aTask(), WORKER, ID);
        Task left = claim(aTask(), WORKER, ID);

        save(moved(completed.complete(TOKEN, clock.now())));
        save(moved(released.release(TOKEN, Duration.ZERO, clock.now())));
        save(moved(cancelled.cancel(clock.now())));
        delete(gone);

        assertThat(held(WORKER, ID)).extracting(StoredTask::task).containsExactly(left);
    }

    @Test
    void doesNotComeBackWithTheNextHolder() {
        Task released = save(moved(claim(aTask(), WORKER, ID).release(TOKEN, Duration.ZERO, clock.now())));

        save(moved(released.claim(Tasks.aClaim(), clock.now())));

        assertThat(held(WORKER, ID)).isEmpty();
    }

    @Test
    void seesTheClaimsOfItsOwnUnit() {
        Task fresh = insert(aTask());

        List<StoredTask> inTheUnit = write(tx -> {
            Tasks.save(tx, moved(fresh.claim(claim(WORKER, ID), tx.now())));
            return tx.offers().held(WORKER, ID);
        });

        assertThat(inTheUnit).isEqualTo(held(WORKER, ID)).hasSize(1);
    }

    private Task claim(TaskBuilder task, WorkerId worker, ClaimId id) {
        return claim(insert(task), worker, id);
    }

    private Task claim(Task task, WorkerId worker, ClaimId id) {
        return save(moved(task.claim(claim(worker, id), clock.now())));
    }

    private static Claim claim(WorkerId worker, ClaimId id) {
        return new Claim(worker, TOKEN, LEASE, TIMEOUT, id);
    }

    private List<StoredTask> held(WorkerId worker, ClaimId id) {
        return write(tx -> tx.offers().held(worker, id));
    }
}
