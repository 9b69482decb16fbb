package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskStoreException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks the store whether it takes writes: an empty unit of work goes the whole way but leaves nothing. */
final class StoreReadiness implements Supplier<List<String>> {
    private static final long PATIENCE_SECONDS = 2;

    private final TaskStore store;

    StoreReadiness(TaskStore store) {
        this.store = store;
    }

    @Override
    public List<String> get() {
        try {
            store.write(tx -> true).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return List.of();
        } catch (TimeoutException slow) {
            return List.of("The store has not taken a write for %d seconds.".formatted(PATIENCE_SECONDS));
        } catch (ExecutionException failed) {
            return List.of(
                    failed.getCause() instanceof TaskStoreException why
                            ? why.getMessage()
                            : "The store failed; the log says why.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of("The server stops.");
        }
    }
}
