package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.OTHER_TOKEN;
import static io.prismq.queue.domain.testing.Tasks.TIMEOUT;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.aClaim;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Claim;
import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class SaveContract extends StoreTest {
    SaveContract(TaskStoreContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(TaskStatus.class)
    void storesATaskInEveryStatus(TaskStatus status) {
        Duration delay = status == TaskStatus.SCHEDULED ? Duration.ofMinutes(1) : Duration.ZERO;

        Task saved = insert(aTask().delay(delay), status);

        assertThat(saved.status()).isEqualTo(status);
        assertThat(find(saved.id())).contains(saved);
    }

    @Test
    void storesLeaseProgressAndTimes() {
        Task task = insert(aTask().timeToLive(Duration.ofHours(1)));
        Task claimed = save(moved(task.claim(aClaim(), clock.advance(Duration.ofMillis(1)))));

        Task beating = save(moved(claimed.heartbeat(
                TOKEN,
                Duration.ofMillis(4321),
                new Progress(42, "\u00fc \ud83d\ude80"),
                clock.advance(Duration.ofMillis(1)))));

        assertThat(find(task.id())).contains(beating);
    }

    @Test
    void storesADeadlineThatWasCountedAnew() {
        Task processing = insert(aTask(), TaskStatus.PROCESSING);

        Task restamped = save(moved(processing.restamp(TIMEOUT, Tasks.NOW.minus(TIMEOUT))));

        assertThat(find(processing.id())).contains(restamped);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void storesEveryKindOfFailure(FailureKind kind) {
        Task processing = insert(aTask(), TaskStatus.PROCESSING);
        Failure failure = new Failure(kind, "line 1\nline 2 \u0000 \u00fc \ud83d\ude80");

        Task failed = save(moved(processing.fail(TOKEN, failure, Duration.ofMillis(1234), clock.now())));

        assertThat(failed.failure()).isEqualTo(failure);
        assertThat(find(failed.id())).contains(failed);
    }

    @Test
    void forgetsWhatTheTaskNoLongerHas() {
        Task failed = insert(aTask(), TaskStatus.FAILED);

        Task retried = save(moved(failed.retry(clock.now())));

        assertThat(find(failed.id())).contains(retried);
        assertThat(retried.failure()).isNull();
    }

    @Test
    void storesAllThatSeveralTransitionsHaveChanged() {
        Task processing = insert(aTask(), TaskStatus.PROCESSING);
        Task released = moved(processing.release(TOKEN, Duration.ZERO, clock.now()));
        Claim other = new Claim(new WorkerId("other"), OTHER_TOKEN, LEASE, TIMEOUT, new ClaimId("again"));

        Task claimed = save(moved(released.claim(other, clock.advance(Duration.ofMillis(1)))));

        assertThat(find(processing.id())).contains(claimed);
    }

    @Test
    void raisesTheVersionByOneAndChangesNothingElse() {
        Task task = insert(aTask().payload("[1]"));

        Task saved = save(task);

        assertThat(saved).isEqualTo(task.saved());
        assertThat(saved.version()).isEqualTo(1);
        assertThat(load(task.id())).contains(new StoredTask(saved, new Payload("[1]"), null));
    }

    @Test
    void raisesTheVersionTwiceInOneUnit() {
        Task task = insert(aTask());

        assertThat(write(tx -> Tasks.save(tx, Tasks.save(tx, task))).version()).isEqualTo(2);
        assertThat(find(task.id())).map(Task::version).contains(2L);
    }

    @Test
    void refusesAVersionThatIsNotTheStoredOne() {
        Task stale = insert(aTask());
        Task current = save(stale);

        assertThat(failure(tx -> Tasks.save(tx, stale))).isInstanceOf(IllegalStateException.class);
        assertThat(failure(tx -> Tasks.save(tx, current.saved()))).isInstanceOf(IllegalStateException.class);
        assertThat(find(stale.id())).contains(current);
    }

    @Test
    void refusesATaskThatDoesNotExist() {
        Task gone = insert(aTask());
        delete(gone);

        assertThat(failure(tx -> Tasks.save(tx, gone))).isInstanceOf(IllegalStateException.class);
        assertThat(failure(tx -> Tasks.save(tx, aTask().withId(TaskId.MAX)))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsAResultUntilItIsReplaced() {
        Task task = insert(aTask().payload("[1]"), TaskStatus.COMPLETED);

        saveResult(task, "{\"text\":\"\u00fc \ud83d\ude80\"}");
        assertThat(load(task.id()))
                .contains(new StoredTask(task, new Payload("[1]"), new Result("{\"text\":\"\u00fc \ud83d\ude80\"}")));

        saveResult(task, "null");
        assertThat(load(task.id())).contains(new StoredTask(task, new Payload("[1]"), new Result("null")));
    }

    @Test
    void keepsTheResultWhenTheTaskIsSavedAgain() {
        Task task = insert(aTask());
        saveResult(task, "true");

        Task saved = save(task);

        assertThat(load(task.id())).contains(new StoredTask(saved, Payload.EMPTY, new Result("true")));
    }

    private void saveResult(Task task, String json) {
        write(tx -> {
            tx.saveResult(task.id(), new Result(json));
            return task;
        });
    }
}
