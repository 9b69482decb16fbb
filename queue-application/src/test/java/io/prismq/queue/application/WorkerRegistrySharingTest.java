package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkerRegistrySharingTest {
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final WorkerId ANOTHER = new WorkerId("another");
    private static final Skills EMAIL = new Skills(Set.of(TYPE), new Capabilities("{\"gpu\":true}", Set.of()));

    private final TestQueue queue = new TestQueue();
    private final WatchedStore store = new WatchedStore(queue.store);
    private final WorkerRegistry registry = new WorkerRegistry(store, queue.clock, SILENCE);
    private final Instant start = queue.clock.now();

    @Nested
    class ASecondProcess {
        private final WorkerRegistry second = new WorkerRegistry(queue.store, queue.clock, SILENCE);

        @Test
        void showsTheWorkersOfTheFirst() {
            registry.claims(WORKER, EMAIL);
            second.claims(ANOTHER, EMAIL);
            done(registry.store());
            done(second.store());

            assertThat(registry.list()).isEqualTo(second.list()).hasSize(2);
        }

        @Test
        void keepsAWorkerThatTheFirstHasLostSightOf() {
            registry.claims(WORKER, EMAIL);
            done(registry.store());
            Instant later = queue.clock.advance(SILENCE);
            second.tells(WORKER);
            done(second.store());
            queue.clock.advance(INTERVAL);

            done(registry.store());

            Worker known = new Worker(WORKER, Set.of(TYPE), "{\"gpu\":true}", start, later, 0);
            assertThat(stored()).containsExactly(known);
            assertThat(registry.list()).extracting(WorkerStatus::worker).containsExactly(known);
        }

        @Test
        void strikesOffTheWorkersOfAFirstThatDied() {
            registry.claims(WORKER, EMAIL);
            done(registry.store());
            queue.clock.advance(SILENCE.plusMillis(1));

            done(second.store());

            assertThat(stored()).isEmpty();
        }
    }

    @Nested
    class AClockThatWasSetBack {
        @Test
        void isNoHindranceToStoring() {
            registry.claims(WORKER, EMAIL);
            done(registry.store());
            queue.clock.advance(Duration.ofDays(-1));
            registry.tells(WORKER);

            done(registry.store());

            assertThat(stored()).extracting(Worker::lastSeen).containsExactly(queue.clock.now());
        }

        @Test
        void keepsNobodyWhoIsGone() {
            registry.claims(WORKER, EMAIL);
            done(registry.store());
            queue.clock.advance(Duration.ofDays(-1));
            done(registry.store());
            assertThat(registry.list()).hasSize(1);

            queue.clock.advance(SILENCE.plusMillis(1));
            done(registry.store());

            assertThat(registry.list()).isEmpty();
            assertThat(stored()).isEmpty();
        }
    }

    private List<Worker> stored() {
        return queue.store.<List<Worker>>read(reads -> reads.workers().all());
    }
}
