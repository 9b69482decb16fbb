package io.prismq.queue.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.port.StoreSize;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class StoreReadinessTest {
    private static final long THRESHOLD = 1000;

    private final Disk disk = new Disk();
    private final StoreReadiness readiness = new StoreReadiness(disk, THRESHOLD, Duration.ofMillis(1));

    @Test
    void hasNoReasonWhereTheStoreTakesAWriteAndTheDiskHasRoom() {
        assertThat(readiness.get()).isEmpty();
    }

    @Test
    void saysWhyTheStoreTookNoWriteUntilItTakesOneAgain() {
        disk.write = CompletableFuture.failedFuture(new StoreFullException("There is no room left."));
        assertThat(readiness.get()).containsExactly("There is no room left.");

        disk.write = CompletableFuture.completedFuture(true);
        assertThat(readiness.get()).isEmpty();
    }

    @Test
    void keepsToItselfWhatNobodyForesaw() {
        disk.write = CompletableFuture.failedFuture(new IllegalStateException("SELECT secret"));

        assertThat(readiness.get()).containsExactly("The store failed; the log says why.");
    }

    @Test
    void saysThatAWriteTakesTooLongAndTriesNoOtherMeanwhile() {
        CompletableFuture<Boolean> slow = new CompletableFuture<>();
        disk.write = slow;

        assertThat(readiness.get()).containsExactly("The store has not taken a write for 1 milliseconds.");
        assertThat(readiness.get()).hasSize(1);
        assertThat(disk.tried).isEqualTo(1);

        slow.complete(true);
        assertThat(readiness.get()).isEmpty();
    }

    @Test
    void saysHowMuchRoomTheDiskLacks() {
        disk.free = THRESHOLD;
        assertThat(readiness.get()).isEmpty();

        disk.free = THRESHOLD - 1;
        assertThat(readiness.get())
                .containsExactly("The disk has 999 bytes left for the database, and health.min_free_bytes is 1000: free"
                        + " disk space.");
    }

    @Test
    void saysAllThatIsWrong() {
        disk.free = 0;
        disk.write = CompletableFuture.failedFuture(new StoreFullException("There is no room left."));

        assertThat(readiness.get()).hasSize(2);
    }

    private static final class Disk implements StoreInspection {
        CompletableFuture<?> write = CompletableFuture.completedFuture(true);
        long free = Long.MAX_VALUE;
        int tried;

        @Override
        public List<String> quickCheck() {
            return List.of();
        }

        @Override
        public StoreSize size() {
            return new StoreSize(0, 0);
        }

        @Override
        public long freeBytes() {
            return free;
        }

        @Override
        public CompletionStage<?> tryWrite() {
            tried++;
            return write;
        }
    }
}
