package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.SKILLS;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.ClaimOrder;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.PauseLimitException;
import io.prismq.queue.domain.port.TaskOffers;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class PauseContract extends StoreTest {
    private static final TaskType OTHER = new TaskType("other");

    PauseContract(TaskStoreContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(ClaimOrder.class)
    void hideTheTasksOfTheirTypeFromWorkers(ClaimOrder order) {
        insert(aTask());
        Task other = insert(aTask().type("other"));

        assertThat(pause(TYPE)).isTrue();

        assertThat(claimable(order)).containsExactly(other);
    }

    @Test
    void hideThePrioritiesOfTheirType() {
        insert(aTask().priority(3));
        pause(TYPE);

        List<Priority> levels = ask(reads -> reads.offers().levels(SKILLS));

        assertThat(levels).isEmpty();
    }

    @Test
    void endWhenTheTypeIsResumed() {
        Task task = insert(aTask());
        pause(TYPE);

        assertThat(resume(TYPE)).isTrue();

        assertThat(claimable(ClaimOrder.PRIORITY)).containsExactly(task);
        assertThat(paused()).isEmpty();
    }

    @Test
    void areKnownBySinceWhenTheyAre() {
        Instant since = clock.now();
        pause(TYPE);
        clock.advance(Duration.ofHours(1));

        assertThat(pause(TYPE)).isFalse();

        assertThat(paused()).isEqualTo(Map.of(TYPE, since));
    }

    @Test
    void mayBeOfATypeThatHasNoTasksYet() {
        pause(OTHER);
        insert(aTask().type("other"));

        assertThat(claimable(ClaimOrder.PRIORITY)).isEmpty();
    }

    @Test
    void areNotEndedTwice() {
        assertThat(resume(TYPE)).isFalse();
    }

    @Test
    void areNoneOfAUnitThatFails() {
        failure(tx -> {
            tx.offers().pause(TYPE);
            throw new IllegalStateException("no");
        });

        assertThat(paused()).isEmpty();
    }

    @Test
    void areBoundedInNumber() {
        write(tx -> IntStream.range(0, TaskOffers.MAX_PAUSED)
                .filter(n -> tx.offers().pause(new TaskType("junk-" + n)))
                .count());

        assertThat(failure(tx -> tx.offers().pause(TYPE))).isInstanceOf(PauseLimitException.class);
        assertThat(paused()).hasSize(TaskOffers.MAX_PAUSED).doesNotContainKey(TYPE);
        assertThat(pause(new TaskType("junk-7"))).isFalse();

        resume(new TaskType("junk-7"));
        assertThat(pause(TYPE)).isTrue();
    }

    @Test
    void leaveWhatRunsAlone() {
        Task running = insert(aTask(), TaskStatus.PROCESSING);

        pause(TYPE);

        assertThat(find(running.id())).contains(running);
    }

    @Test
    void areToldOfWhenTheyEnd() throws InterruptedException {
        pause(TYPE);
        BlockingQueue<Commit> told = new LinkedBlockingQueue<>();
        store.subscribe(told::add);

        resume(TYPE);

        assertThat(told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .satisfies(commit -> assertThat(commit.resumed()).isTrue());
    }

    private boolean pause(TaskType type) {
        return write(tx -> tx.offers().pause(type));
    }

    private boolean resume(TaskType type) {
        return write(tx -> tx.offers().resume(type));
    }

    private Map<TaskType, Instant> paused() {
        return ask(reads -> reads.offers().paused());
    }

    private List<Task> claimable(ClaimOrder order) {
        Skills both = new Skills(Set.of(TYPE, OTHER), Capabilities.NONE);
        return claimable(new ClaimCriteria(both, order, Optional.empty(), 10, Long.MAX_VALUE)).stream()
                .map(StoredTask::task)
                .toList();
    }
}
