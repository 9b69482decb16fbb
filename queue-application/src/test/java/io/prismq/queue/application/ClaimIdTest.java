package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.ClaimStrategy;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A worker that did not hear what its claim brought asks again. */
class ClaimIdTest {
    private static final Settlement.Word COMPLETE = new Settlement.Complete(Optional.empty());

    private final TestQueue queue = new TestQueue();

    @Test
    void bringsTheSameLeasesWithTheirTokensAndPayloads() {
        insert(3);
        List<StoredTask> first = claim(WORKER, "a", 2);
        queue.clock.advance(Duration.ofSeconds(1));

        assertThat(claim(WORKER, "a", 2)).isEqualTo(first);
        assertThat(first).hasSize(2);
    }

    @Test
    void bringsTheSameLeasesHoweverManyTheRepeatAsksFor() {
        insert(3);
        List<StoredTask> first = claim(WORKER, "a", 2);

        assertThat(claim(WORKER, "a", 1)).isEqualTo(first);
        assertThat(claim(WORKER, "a", 10)).isEqualTo(first);
    }

    @Test
    void bringsThoseThatAreStillHeld() {
        insert(3);
        List<StoredTask> first = claim(WORKER, "a", 3);
        queue.settle(first.get(1).task(), COMPLETE);

        assertThat(claim(WORKER, "a", 3)).containsExactly(first.get(0), first.get(2));
    }

    @Test
    void claimsAnewOnceAllHaveEnded() {
        insert(3);
        List<StoredTask> first = claim(WORKER, "a", 2);
        queue.settle(first.get(0).task(), COMPLETE);
        queue.clock.advance(LEASE);
        done(queue.upkeep.endLeases(Instant.EPOCH));

        List<StoredTask> second = claim(WORKER, "a", 1);

        assertThat(ids(second)).containsExactly(first.get(1).task().id());
        assertThat(second.get(0).task().lease())
                .isNotEqualTo(first.get(1).task().lease());
    }

    @Test
    void isAnotherForEachWorker() {
        insert(2);

        assertThat(ids(claim(WORKER, "a", 1))).containsExactly(new TaskId(1));
        assertThat(ids(claim(new WorkerId("another"), "a", 1))).containsExactly(new TaskId(2));
        assertThat(ids(claim(WORKER, "a", 1))).containsExactly(new TaskId(1));
    }

    @Test
    void claimsMoreUnderAnotherNameOrNone() {
        insert(3);

        assertThat(ids(claim(WORKER, "a", 1))).containsExactly(new TaskId(1));
        assertThat(ids(claim(WORKER, "b", 1))).containsExactly(new TaskId(2));
        assertThat(queue.claim(TYPE).id()).isEqualTo(new TaskId(3));
    }

    @Test
    void bringsNothingOfATypeThatIsNotAskedFor() {
        insert(1);
        List<StoredTask> first = claim(WORKER, "a", 1);
        TaskType another = new TaskType("another");
        TaskId own = queue.insert(aTask().type(another.value())).id();

        assertThat(ids(done(queue.execution.claim(command(WORKER, another, "a", 1)))))
                .containsExactly(own);
        assertThat(claim(WORKER, "a", 1)).isEqualTo(first);
    }

    @Test
    void bringsTheSameLeasesAtOnceToOneWhoWouldWait() {
        insert(1);
        List<StoredTask> first = claim(WORKER, "a", 1);

        assertThat(done(queue.execution.claim(
                        command(WORKER, "a", 1), Duration.ofHours(1), new CompletableFuture<>(), By.ANONYMOUS)))
                .isEqualTo(first);
    }

    private void insert(int tasks) {
        for (int n = 1; n <= tasks; n++) {
            queue.insert(aTask().payload("[" + n + "]"));
        }
    }

    private List<StoredTask> claim(WorkerId worker, String id, int limit) {
        return done(queue.execution.claim(command(worker, id, limit)));
    }

    private static ClaimCommand command(WorkerId worker, String id, int limit) {
        return command(worker, TYPE, id, limit);
    }

    private static ClaimCommand command(WorkerId worker, TaskType type, String id, int limit) {
        return new ClaimCommand(
                worker,
                TestQueue.skills(type),
                ClaimStrategy.PRIORITY,
                limit,
                Long.MAX_VALUE,
                Optional.empty(),
                Optional.of(new ClaimId(id)));
    }

    private static List<TaskId> ids(List<StoredTask> claimed) {
        return claimed.stream().map(one -> one.task().id()).toList();
    }
}
