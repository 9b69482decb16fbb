package io.prismq.queue.adapter.sqlite.commit;

import io.prismq.queue.domain.port.TaskTransaction;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A unit of work on its way: what it does, what came of its last run, and who waits for it. */
public final class WriteUnit<R> {
    private final Function<? super TaskTransaction, ? extends R> work;
    private final long heldBytes;
    private final CompletableFuture<R> answer = new CompletableFuture<>();
    private @Nullable R value;
    private @Nullable Throwable error;

    public WriteUnit(Function<? super TaskTransaction, ? extends R> work, long heldBytes) {
        this.work = work;
        this.heldBytes = heldBytes;
    }

    long heldBytes() {
        return heldBytes;
    }

    public CompletableFuture<R> answer() {
        return answer;
    }

    /** Runs the unit, afresh each time. */
    void run(TaskTransaction tx) {
        value = null;
        error = null;
        try {
            value = work.apply(tx);
        } catch (Throwable thrown) {
            error = thrown;
        }
    }

    Optional<Throwable> error() {
        return Optional.ofNullable(error);
    }

    /** Whatever came of the run, this is what its caller will be told. */
    void fail(Throwable cause) {
        error = cause;
    }

    /** Tells the caller. */
    public void acknowledge() {
        if (error == null) {
            answer.complete(value);
        } else {
            answer.completeExceptionally(error);
        }
    }
}
