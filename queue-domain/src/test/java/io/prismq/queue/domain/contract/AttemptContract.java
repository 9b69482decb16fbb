package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.OTHER_TOKEN;
import static io.prismq.queue.domain.testing.Tasks.TIMEOUT;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.happened;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.AttemptOutcome;
import io.prismq.queue.domain.task.Claim;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.Transition;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class AttemptContract extends StoreTest {
    private static final String ODD_TEXT = "line 1\nline 2 \u0000 \u00fc \ud83d\ude80";

    AttemptContract(TaskStoreContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(AttemptOutcome.class)
    void areKeptHoweverTheyEnd(AttemptOutcome outcome) {
        Task running = insert(aTask(), TaskStatus.PROCESSING);
        Transition.Moved ending = ending(running, outcome);

        Task saved = write(tx -> tx.save(ending));

        Attempt ended = ending.ended().orElseThrow();
        assertThat(ended.end()).extracting(Attempt.End::outcome).isEqualTo(outcome);
        assertThat(attempts(running.id())).containsExactly(ended);
        assertThat(attempt(running.id(), TOKEN)).contains(ended);
        assertThat(find(running.id())).contains(saved);
        assertThat(saved).isEqualTo(ending.task().saved());
    }

    @Test
    void areNotKeptWhileTheyRun() {
        Task fresh = insert(aTask());
        Task running = write(tx -> tx.save(happened(fresh.claim(Tasks.aClaim(), tx.now()))));
        write(tx -> tx.save(happened(running.heartbeat(TOKEN, LEASE, null, tx.now()))));

        assertThat(attempts(running.id())).isEmpty();
        assertThat(attempt(running.id(), TOKEN)).isEmpty();
    }

    @Test
    void areToldTheOldestFirst() {
        Task task = insert(aTask());
        run(task.id(), 3, LEASE);

        assertThat(attempts(task.id())).extracting(Attempt::claimNo).containsExactly(1L, 2L, 3L);
    }

    @Test
    void areFoundByTheirTokenInTheirTaskAlone() {
        Task one = insert(aTask());
        Task another = insert(aTask());
        run(one.id(), 3, LEASE);
        run(another.id(), 1, LEASE);

        assertThat(attempt(one.id(), token(2))).map(Attempt::claimNo).contains(2L);
        assertThat(attempt(another.id(), token(1))).map(Attempt::taskId).contains(another.id());
        assertThat(attempt(another.id(), token(2))).isEmpty();
        assertThat(attempt(one.id(), OTHER_TOKEN)).isEmpty();
    }

    @Test
    void areForgottenBeyondTheLatestThousand() {
        Task task = insert(aTask());
        int more = 5;
        run(task.id(), Attempt.KEPT + more, Duration.ZERO);

        assertThat(attempts(task.id()))
                .extracting(Attempt::claimNo)
                .containsExactlyElementsOf(LongStream.rangeClosed(more + 1, Attempt.KEPT + more)
                        .boxed()
                        .toList());
        assertThat(attempt(task.id(), token(Attempt.KEPT + more))).isPresent();
        assertThat(attempt(task.id(), token(more + 1))).isPresent();
    }

    @Test
    void stayWhenAnOperatorSendsTheTaskRoundAgain() {
        Task failed = insert(aTask(), TaskStatus.PROCESSING);
        write(tx -> tx.save(ending(failed, AttemptOutcome.REJECTED)));
        write(tx -> tx.save(happened(tx.find(failed.id()).orElseThrow().retry(tx.now()))));
        run(failed.id(), 1, LEASE);

        assertThat(attempts(failed.id())).extracting(Attempt::number).containsExactly(1, 1);
        assertThat(attempts(failed.id())).extracting(Attempt::claimNo).containsExactly(1L, 2L);
    }

    @Test
    void areNotKeptFromAUnitThatThrew() {
        Task running = insert(aTask(), TaskStatus.PROCESSING);

        failure(tx -> {
            tx.save(ending(running, AttemptOutcome.COMPLETED));
            throw new IllegalStateException("after the save");
        });

        assertThat(attempts(running.id())).isEmpty();
        assertThat(find(running.id())).contains(running);
    }

    @Test
    void goWithTheirTask() {
        Task task = insert(aTask());
        Task other = insert(aTask());
        run(task.id(), 2, LEASE);
        run(other.id(), 1, LEASE);

        delete(task);

        assertThat(attempts(task.id())).isEmpty();
        assertThat(attempt(task.id(), token(1))).isEmpty();
        assertThat(attempts(other.id())).hasSize(1);
    }

    @Test
    void comeBackWhereTheUnitThatDeletedTheTaskThrew() {
        Task task = insert(aTask());
        run(task.id(), 2, LEASE);

        failure(tx -> {
            tx.delete(task.id());
            throw new IllegalStateException("after the delete");
        });

        assertThat(attempts(task.id())).hasSize(2);
    }

    @Test
    void areNoneWhereThereIsNoTask() {
        assertThat(attempts(new TaskId(4711))).isEmpty();
        assertThat(attempt(new TaskId(4711), TOKEN)).isEmpty();
    }

    private static Transition.Moved ending(Task running, AttemptOutcome outcome) {
        Instant later = Tasks.NOW.plusMillis(1234);
        return happened(
                switch (outcome) {
                    case COMPLETED -> running.complete(TOKEN, later);
                    case FAILED -> running.fail(TOKEN, Failure.error(ODD_TEXT), Duration.ofSeconds(1), later);
                    case REJECTED -> running.fail(TOKEN, Failure.rejected(ODD_TEXT), Duration.ZERO, later);
                    case TIMEOUT -> running.leaseEnded(Duration.ZERO, Tasks.NOW.plus(TIMEOUT));
                    case LEASE_EXPIRED -> running.leaseEnded(Duration.ZERO, Tasks.NOW.plus(LEASE));
                    case RELEASED -> running.release(TOKEN, Duration.ZERO, later);
                    case CANCELLED -> running.cancel(later);
                });
    }

    /** Claims the task and gives it back so many times in one unit, each time with {@link #token} of the claim. */
    private void run(TaskId id, int times, Duration time) {
        change(tx -> {
            Task task = tx.find(id).orElseThrow();
            for (int n = 0; n < times; n++) {
                LeaseToken token = token(task.claimNo() + 1);
                Instant end = tx.now().plus(time);
                Task running =
                        Tasks.save(tx, moved(task.claim(new Claim(WORKER, token, LEASE, TIMEOUT, null), tx.now())));
                task = tx.save(happened(running.release(token, Duration.ZERO, end)));
            }
        });
    }

    private static LeaseToken token(long claimNo) {
        return new LeaseToken("%032x".formatted(claimNo));
    }

    private List<Attempt> attempts(TaskId id) {
        return ask(reads -> reads.history().attempts(id));
    }

    private Optional<Attempt> attempt(TaskId id, LeaseToken token) {
        return ask(reads -> reads.history().attempt(id, token));
    }
}
