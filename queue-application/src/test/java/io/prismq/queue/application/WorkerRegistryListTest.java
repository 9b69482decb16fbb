package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerRegistryListTest {
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final WorkerId ANOTHER = new WorkerId("another");
    private static final Skills EMAIL = new Skills(Set.of(TYPE), new Capabilities("{\"gpu\":true}", Set.of()));

    private final TestQueue queue = new TestQueue();
    private final WatchedStore store = new WatchedStore(queue.store);
    private final WorkerRegistry registry = new WorkerRegistry(store, queue.clock, SILENCE);
    private final Instant start = queue.clock.now();

    @Test
    void isEmptyAtFirst() {
        assertThat(registry.list()).isEmpty();
    }

    @Test
    void showsWhoeverClaimsAtOnceAndWritesNothing() {
        registry.claims(WORKER, EMAIL);

        assertThat(registry.list())
                .containsExactly(new WorkerStatus(
                        new Worker(WORKER, Set.of(TYPE), "{\"gpu\":true}", start, start, 0), List.of()));
        assertThat(store.writes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsSinceWhenAndWhenLatestAWorkerWasSeen(boolean storedBetween) {
        registry.claims(WORKER, EMAIL);
        if (storedBetween) {
            done(registry.store());
        }
        Instant later = queue.clock.advance(Duration.ofSeconds(7));

        registry.tells(WORKER);

        assertThat(only()).isEqualTo(new Worker(WORKER, Set.of(TYPE), "{\"gpu\":true}", start, later, 0));
    }

    @Test
    void showsTheSkillsOfTheLatestClaim() {
        registry.claims(WORKER, EMAIL);
        registry.claims(WORKER, TestQueue.skills(HASTY));

        assertThat(only().types()).containsExactly(HASTY);
        assertThat(only().capabilities()).isEqualTo("{}");
    }

    @Test
    void showsAWorkerThatHasOnlyTold() {
        registry.tells(WORKER);

        assertThat(only()).isEqualTo(new Worker(WORKER, Set.of(), "{}", start, start, 0));
    }

    @Test
    void showsStuckHandlers() {
        registry.claims(WORKER, EMAIL);
        registry.reportStuckHandlers(WORKER, 2);
        registry.tells(WORKER);

        assertThat(only().stuckHandlers()).isEqualTo(2);
        assertThat(only().types()).containsExactly(TYPE);
    }

    @Test
    void isOrderedByIdAndTellsWhatEachRuns() {
        queue.insert(aTask());
        queue.insert(aTask());
        Task first = queue.claim(TYPE);
        Task second = queue.claim(TYPE);
        registry.claims(WORKER, EMAIL);
        registry.claims(ANOTHER, EMAIL);

        assertThat(registry.list()).extracting(status -> status.worker().id()).containsExactly(ANOTHER, WORKER);
        assertThat(registry.list())
                .extracting(WorkerStatus::running)
                .containsExactly(List.of(), List.of(first.id(), second.id()));
    }

    @Test
    void leavesOutWhoeverIsSilentForLonger() {
        registry.claims(WORKER, EMAIL);
        queue.clock.advance(SILENCE);
        assertThat(registry.list()).hasSize(1);

        queue.clock.advance(Duration.ofMillis(1));

        assertThat(registry.list()).isEmpty();
    }

    @Test
    void notesNoMoreThanTenThousandWorkersButStillThoseItKnows() {
        for (int n = 0; n < 10_001; n++) {
            registry.claims(new WorkerId("worker " + n), EMAIL);
        }
        registry.claims(new WorkerId("worker 0"), TestQueue.skills(HASTY));

        assertThat(registry.list()).hasSize(2000);
        assertThat(registry.list().get(0).worker().types()).containsExactly(HASTY);
    }

    private Worker only() {
        List<WorkerStatus> all = registry.list();
        assertThat(all).hasSize(1);
        return all.get(0).worker();
    }
}
