package io.prismq.queue.domain.worker;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkerTest {
    @Test
    void isNeverSeenInTheFuture() {
        Worker worker = seen(NOW);

        assertThat(worker.seenNotAfter(NOW.minusMillis(1))).isEqualTo(seen(NOW.minusMillis(1)));
        assertThat(worker.seenNotAfter(NOW)).isEqualTo(worker);
        assertThat(worker.seenNotAfter(NOW.plusMillis(1))).isEqualTo(worker);
    }

    private static Worker seen(Instant last) {
        return new Worker(WORKER, Set.of(TYPE), "{\"gpu\":true}", NOW.minusSeconds(1), last, 3);
    }
}
