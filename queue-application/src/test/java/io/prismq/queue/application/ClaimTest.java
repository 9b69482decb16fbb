package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private final TestQueue queue = new TestQueue();

    @Test
    void findsNothingWhereNothingWaits() {
        assertThat(claim(10, TYPE)).isEmpty();
    }

    @Test
    void leasesTheFirstTasksAndNoMoreThanAskedFor() {
        Task last = queue.insert(aTask().priority(9));
        Task second = queue.insert(aTask().priority(5));
        Task first = queue.insert(aTask().priority(1));

        assertThat(claim(2, TYPE)).extracting(Task::id).containsExactly(first.id(), second.id());
        assertThat(claim(2, TYPE)).extracting(Task::id).containsExactly(last.id());
        assertThat(claim(2, TYPE)).isEmpty();
    }

    @Test
    void bringsThePayloadAndTheTaskAsItIsStored() {
        queue.insert(aTask().payload("[1]"));

        StoredTask claimed = claimStored(1, TYPE).get(0);

        assertThat(claimed.payload()).isEqualTo(new Payload("[1]"));
        assertThat(claimed.task().status()).isEqualTo(TaskStatus.PROCESSING);
        assertThat(queue.find(claimed.task().id())).isEqualTo(claimed.task());
    }

    @Test
    void givesEachTaskATokenOfItsOwn() {
        queue.insert(aTask());
        queue.insert(aTask());

        assertThat(claim(2, TYPE)).extracting(TestQueue::token).doesNotHaveDuplicates();
    }

    @Test
    void givesTheAttemptTheTimeoutOfItsType() {
        queue.insert(aTask().type("hasty"));
        queue.insert(aTask());

        assertThat(claim(2, TYPE, HASTY))
                .extracting(Task::lease)
                .extracting(Lease::deadline)
                .containsExactlyInAnyOrder(
                        queue.clock.now().plusSeconds(20), queue.clock.now().plus(Duration.ofHours(1)));
    }

    @Test
    void leasesForAsLongAsThePolicyOfTheTypeSays() {
        queue.insert(aTask().type("hasty"));
        queue.insert(aTask());

        assertThat(claim(2, TYPE, HASTY))
                .extracting(Task::lease)
                .extracting(Lease::until)
                .containsExactlyInAnyOrder(
                        queue.clock.now().plusSeconds(12), queue.clock.now().plusSeconds(30));
    }

    @Test
    void leasesForAsLongAsTheWorkerSays() {
        queue.insert(aTask());

        Task claimed = queue.claim(TYPE);

        assertThat(claimed.lease())
                .extracting(Lease::until)
                .isEqualTo(queue.clock.now().plus(LEASE));
    }

    @Test
    void neverLeasesBeyondTheTimeout() {
        queue.insert(aTask().type("hasty"));

        Task claimed = queue.claim(HASTY);

        assertThat(claimed.lease())
                .extracting(Lease::until)
                .isEqualTo(queue.clock.now().plusSeconds(20));
    }

    @Test
    void failsTasksOnItsWayWhoseTimeToLiveHasPassed() {
        List<Task> late = Stream.generate(() -> queue.insert(aTask().timeToLive(Duration.ofSeconds(1))))
                .limit(5)
                .toList();
        Task other = queue.insert(aTask());
        queue.clock.advance(Duration.ofSeconds(1));

        assertThat(claim(1, TYPE)).extracting(Task::id).containsExactly(other.id());
        assertThat(late)
                .allSatisfy(task -> assertThat(queue.find(task.id()).failure())
                        .extracting(Failure::kind)
                        .isEqualTo(FailureKind.EXPIRED));
    }

    /** However many there are, a unit of work stays short. */
    @Test
    void failsNoMoreThanABatchOfThemAtATime() {
        for (int n = 0; n < TaskUpkeep.BATCH + 3; n++) {
            queue.insert(aTask().timeToLive(Duration.ofSeconds(1)));
        }
        queue.insert(aTask());
        queue.clock.advance(Duration.ofSeconds(1));

        assertThat(claim(1, TYPE)).isEmpty();
        assertThat(claim(1, TYPE)).hasSize(1);
    }

    private List<Task> claim(int limit, TaskType... types) {
        return claimStored(limit, types).stream().map(StoredTask::task).toList();
    }

    private List<StoredTask> claimStored(int limit, TaskType... types) {
        return done(queue.execution.claim(ClaimCommand.of(WORKER, TestQueue.skills(types), limit)));
    }
}
