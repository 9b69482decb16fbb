package io.prismq.queue.bootstrap.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names the jar that keeps the program from starting: what hangs says nothing by itself. Ends with the load. */
final class SlowLoad implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlowLoad.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Executor LATER = CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);

    private final CompletableFuture<Void> warning;

    SlowLoad(Path jar) {
        warning = CompletableFuture.runAsync(() -> tell(jar), LATER);
    }

    @Override
    public void close() {
        warning.cancel(false);
    }

    private static void tell(Path jar) {
        LOG.warn(
                "the plugin {} has been loading for {} seconds: its handlers are still being made, and the program waits",
                jar,
                PATIENCE.toSeconds());
    }
}
