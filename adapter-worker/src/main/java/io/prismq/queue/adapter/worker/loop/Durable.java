package io.prismq.queue.adapter.worker.loop;

import io.prismq.queue.domain.port.TaskStoreException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Waits for commits, on threads that may. */
public final class Durable {
    private Durable() {}

    /**
     * What was written, once it is durable; an interrupt ends the wait, not the write.
     *
     * @throws TaskStoreException if the store could not write it
     * @throws ExecutionException if anything else failed
     */
    public static <R> R await(CompletionStage<R> write) throws ExecutionException, InterruptedException {
        try {
            return write.toCompletableFuture().get();
        } catch (ExecutionException failed) {
            if (cause(failed) instanceof TaskStoreException why) {
                throw why;
            }
            throw failed;
        }
    }

    /** A stage that depends on another wraps what that one failed with. */
    private static @Nullable Throwable cause(Throwable failed) {
        Throwable cause = failed.getCause();
        return cause instanceof CompletionException ? cause(cause) : cause;
    }
}
