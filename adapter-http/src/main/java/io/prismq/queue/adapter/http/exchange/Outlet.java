package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Writes to a client as fast as it reads; no thread waits for it. One write at a time. */
public final class Outlet implements WriteListener {
    /** Whoever takes longer over a few kilobytes does not read. */
    public static final Duration LONGEST_WRITE = Duration.ofSeconds(30);

    private final ServletOutputStream out;
    private final Duration longestWrite;
    private boolean mayWrite;
    private byte @Nullable [] pending;
    private boolean flushed = true;
    private @Nullable CompletableFuture<Void> written;
    private @Nullable Throwable broken;

    Outlet(ServletOutputStream out, Duration longestWrite) {
        this.out = out;
        this.longestWrite = longestWrite;
    }

    /** To be called once the request is asynchronous, and its status and headers are set. */
    static Outlet of(Context context) throws IOException {
        ServletOutputStream out = context.res().getOutputStream();
        Outlet outlet = new Outlet(out, LONGEST_WRITE);
        out.setWriteListener(outlet);
        return outlet;
    }

    /**
     * Writes it, and sends it off.
     *
     * @return completes when the network has taken it; fails where the client is gone, and with a {@link
     *     TimeoutException} where it does not read
     */
    public CompletionStage<Void> write(byte[] bytes) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        synchronized (this) {
            if (broken != null) {
                return CompletableFuture.failedStage(broken);
            }
            pending = bytes;
            flushed = false;
            written = mine;
        }
        advance();
        return mine.orTimeout(longestWrite.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on every write fails; what is under it is not touched again. */
    void close() {
        onError(new IOException("closed from here"));
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            mayWrite = true;
        }
        advance();
    }

    @Override
    public void onError(Throwable failure) {
        IOException gone = new IOException("the connection is broken", failure);
        CompletableFuture<Void> waiting;
        synchronized (this) {
            broken = gone;
            waiting = written;
        }
        if (waiting != null) {
            waiting.completeExceptionally(gone);
        }
    }

    /** Whoever waits for the write is told outside the lock: he may write again at once. */
    private void advance() {
        CompletableFuture<Void> done;
        try {
            done = push();
        } catch (IOException | RuntimeException gone) {
            onError(gone);
            return;
        }
        if (done != null) {
            done.complete(null);
        }
    }

    /** Once the stream is not ready, it says itself when it is: until then it must not be asked. */
    private synchronized @Nullable CompletableFuture<Void> push() throws IOException {
        while (broken == null && mayWrite && !flushed) {
            mayWrite = out.isReady();
            if (mayWrite && pending != null) {
                out.write(pending);
                pending = null;
            } else if (mayWrite) {
                out.flush();
                flushed = true;
            }
        }
        CompletableFuture<Void> done = flushed ? written : null;
        if (flushed) {
            written = null;
        }
        return done;
    }
}
