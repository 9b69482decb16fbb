package io.prismq.queue.bootstrap.health;

import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why the store is not ready: no write is durable within two seconds, or the disk is short of room. A write that nobody
 * waited for any more is waited for again, so that there is never more than one. Used by one thread at a time.
 */
public final class StoreReadiness implements Supplier<List<String>> {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final StoreInspection store;
    private final long minFreeBytes;
    private final Duration patience;
    private CompletableFuture<?> write = CompletableFuture.completedFuture(true);

    /**
     * Looks at the store when asked.
     *
     * @param minFreeBytes less room on the store's disk is a reason
     */
    public StoreReadiness(StoreInspection store, long minFreeBytes) {
        this(store, minFreeBytes, PATIENCE);
    }

    StoreReadiness(StoreInspection store, long minFreeBytes, Duration patience) {
        this.store = store;
        this.minFreeBytes = minFreeBytes;
        this.patience = patience;
    }

    @Override
    public List<String> get() {
        List<String> reasons = new ArrayList<>();
        againstWriting().ifPresent(reasons::add);
        long free = store.freeBytes();
        if (free < minFreeBytes) {
            reasons.add("The disk has %d bytes left for the database, and health.min_free_bytes is %d: free disk space."
                    .formatted(free, minFreeBytes));
        }
        return reasons;
    }

    private Optional<String> againstWriting() {
        if (write.isDone()) {
            write = store.tryWrite().toCompletableFuture();
        }
        try {
            write.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException slow) {
            return Optional.of("The store has not taken a write for %d milliseconds.".formatted(patience.toMillis()));
        } catch (ExecutionException failed) {
            return Optional.of(told(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("The server stops.");
        }
    }

    private static String told(@Nullable Throwable why) {
        return why instanceof TaskStoreException
                ? String.valueOf(why.getMessage())
                : "The store failed; the log says why.";
    }
}
