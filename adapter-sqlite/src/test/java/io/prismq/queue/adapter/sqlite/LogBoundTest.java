package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log beside writers that never rest and another process that never stops to read. */
class LogBoundTest {
    private static final long SECONDS = Long.getLong("prismq.log.seconds", 3);
    private static final long BOUND = 64_000_000;
    private static final long WRITTEN = 2 * BOUND;
    private static final int CALLERS = 64;
    private static final String PAYLOAD = "{\"text\":\"" + "x".repeat(8000) + "\"}";

    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private final CountDownLatch end = new CountDownLatch(1);

    @TempDir
    private Path directory;

    @Test
    void staysShort() throws Exception {
        Path path = directory.resolve("queue.db");
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(path), new SystemClock())) {
            Process readers = startReaders(path);
            assertThat(readers.inputReader().readLine()).isEqualTo("reading");
            long began = System.nanoTime();
            for (int caller = 0; caller < CALLERS; caller++) {
                write(store);
            }
            long longest = longestLog(path.resolveSibling("queue.db-wal"));
            boolean stillRead = readers.isAlive();
            readers.getOutputStream().close();

            LoggerFactory.getLogger(LogBoundTest.class)
                    .info(
                            "{} tasks a second, the slowest {} ms, the log at most {} MiB",
                            TimeUnit.SECONDS.toNanos(stored.get()) / (System.nanoTime() - began),
                            TimeUnit.NANOSECONDS.toMillis(longestNanos.get()),
                            longest >> 20);
            assertThat(stillRead).isTrue();
            assertThat(longest).isLessThan(BOUND);
        }
    }

    private void write(SqliteTaskStore store) {
        long began = System.nanoTime();
        store.write(tx -> tx.insert(aTask().payload(PAYLOAD).build()), PAYLOAD.length())
                .thenAccept(task -> {
                    stored.incrementAndGet();
                    longestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
                    if (end.getCount() > 0) {
                        write(store);
                    }
                });
    }

    private long longestLog(Path log) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long longest = 0;
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(5, TimeUnit.MILLISECONDS)
                && (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(SECONDS)
                        || stored.get() * PAYLOAD.length() < WRITTEN)) {
            longest = Math.max(longest, Files.size(log));
        }
        end.countDown();
        return longest;
    }

    private static Process startReaders(Path path) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OverlappingReaders.class.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
