package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.application.TestQueue.PATIENCE;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WorkerRegistryStoreTest {
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final WorkerId ANOTHER = new WorkerId("another");
    private static final Skills EMAIL = new Skills(Set.of(TYPE), new Capabilities("{\"gpu\":true}", Set.of()));

    private final TestQueue queue = new TestQueue();
    private final WatchedStore store = new WatchedStore(queue.store);
    private final WorkerRegistry registry = new WorkerRegistry(store, queue.clock, SILENCE);

    @Test
    void writesANewWorkerAtOnceAndThenNothingForAWhile() {
        done(registry.store());
        registry.claims(WORKER, EMAIL);
        int before = store.writes();

        done(registry.store());
        assertThat(stored()).extracting(Worker::id).containsExactly(WORKER);
        for (int second = 1; second < INTERVAL.toSeconds(); second++) {
            queue.clock.advance(Duration.ofSeconds(1));
            registry.claims(WORKER, EMAIL);
            registry.tells(WORKER);
            done(registry.store());
        }

        assertThat(store.writes()).isEqualTo(before + 1);
    }

    @Test
    void writesSignsOfLifeNowAndThen() {
        registry.claims(WORKER, EMAIL);
        done(registry.store());
        Instant later = queue.clock.advance(INTERVAL);
        registry.tells(WORKER);

        done(registry.store());

        assertThat(stored()).extracting(Worker::lastSeen).containsExactly(later);
    }

    @Test
    void writesAtOnceWhatIsNewAboutAWorker() {
        registry.claims(WORKER, EMAIL);
        done(registry.store());

        registry.claims(WORKER, TestQueue.skills(HASTY));
        done(registry.store());
        assertThat(stored()).extracting(Worker::types).containsExactly(Set.of(HASTY));

        registry.reportStuckHandlers(WORKER, 3);
        done(registry.store());
        assertThat(stored()).extracting(Worker::stuckHandlers).containsExactly(3);
        assertThat(store.writes()).isEqualTo(3);
    }

    @Test
    void doesNotMistakeSignsOfLifeInTheMeantimeForNews() {
        registry.claims(WORKER, EMAIL);
        storeWhileTheWorkerClaims();
        storeWhileTheWorkerClaims();

        done(registry.store());

        assertThat(store.writes()).isEqualTo(2);
    }

    private void storeWhileTheWorkerClaims() {
        store.stopAcknowledging();
        CompletableFuture<Void> storing = registry.store().toCompletableFuture();
        queue.clock.advance(Duration.ofSeconds(1));
        registry.claims(WORKER, EMAIL);
        store.acknowledge();
        done(storing);
    }

    @Test
    void keepsTheNewsWhereTheStoreFails() {
        registry.claims(WORKER, EMAIL);
        store.fail();
        assertFails();
        store.recover();
        store.refuse();
        assertFails();
        store.recover();

        done(registry.store());

        assertThat(stored()).extracting(Worker::id).containsExactly(WORKER);
    }

    @Test
    void strikesOffWhoeverIsGone() {
        registry.claims(WORKER, EMAIL);
        done(registry.store());
        queue.clock.advance(SILENCE);
        registry.claims(ANOTHER, EMAIL);
        done(registry.store());
        assertThat(stored()).hasSize(2);

        queue.clock.advance(INTERVAL);
        done(registry.store());

        assertThat(stored()).extracting(Worker::id).containsExactly(ANOTHER);
    }

    @Test
    void beginsAnewWithAWorkerThatComesBack() {
        registry.claims(WORKER, EMAIL);
        done(registry.store());
        queue.clock.advance(SILENCE.plus(INTERVAL));
        done(registry.store());
        Instant back = queue.clock.advance(Duration.ofHours(1));

        registry.claims(WORKER, EMAIL);
        done(registry.store());

        assertThat(stored()).containsExactly(new Worker(WORKER, Set.of(TYPE), "{\"gpu\":true}", back, back, 0));
    }

    private void assertFails() {
        assertThat(registry.store())
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withRootCauseInstanceOf(StoreBusyException.class);
    }

    private List<Worker> stored() {
        return queue.store.<List<Worker>>read(reads -> reads.workers().all());
    }
}
