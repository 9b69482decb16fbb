package io.prismq.queue.adapter.sqlite.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.session.Connections;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderPoolTest {
    @Test
    void aReadHoldsUpNothingElseOfItsPool(@TempDir Path directory) throws Exception {
        ForkJoinPool one = new ForkJoinPool(1);
        // A read that holds up the pool ends as well, or nothing here would.
        CompletableFuture<String> next =
                new CompletableFuture<String>().completeOnTimeout("too late", 5, TimeUnit.SECONDS);
        try (ReaderPool readers = new ReaderPool(new Connections(directory.resolve("q.db"))::openForReading, 1)) {
            CompletableFuture<String> read = CompletableFuture.supplyAsync(
                    () -> readers.read(reads -> {
                        one.execute(() -> next.complete("done meanwhile"));
                        return busyUntilDone(next);
                    }),
                    one);

            assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo("done meanwhile");
        } finally {
            one.shutdownNow();
        }
    }

    /** As a query is, of which the pool knows nothing: not parked. */
    private static String busyUntilDone(CompletableFuture<String> next) {
        while (!next.isDone()) {
            Thread.onSpinWait();
        }
        return next.join();
    }
}
