package io.prismq.queue.adapter.http.access;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.exchange.Peer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * Ends the waits of those who would not be let in any more: one thread looks at all of them, however many there are.
 * Started and closed once. Safe for use by many threads.
 */
public final class Vigil implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, Vigil::daemon);

    /** Equal to itself alone. */
    private static final class Wait {
        private final BooleanSupplier mayWait;
        private final CompletableFuture<Void> over;

        Wait(BooleanSupplier mayWait, CompletableFuture<Void> over) {
            this.mayWait = mayWait;
            this.over = over;
        }

        /** Where the store cannot say, the wait goes on, and the next look may tell. */
        void look() {
            try {
                if (!mayWait.getAsBoolean()) {
                    over.complete(null);
                }
            } catch (RuntimeException cannotSay) {
                // Asked again when the wait is over.
            }
        }
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Completes when the client {@link Peer#stopsWaiting() stops waiting}, and soon after he would not be let in any more,
     * which is to be looked at then.
     */
    public CompletionStage<Void> endOfWait(Context context) {
        CompletionStage<Void> stopped = Peer.of(context).stopsWaiting();
        if (Admitted.named(context).isEmpty()) {
            return stopped;
        }
        Wait wait = new Wait(Admitted.stillIs(context), stopped.toCompletableFuture());
        waits.add(wait);
        Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(context.req()), failure -> waits.remove(wait));
        return wait.over;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        waits.forEach(Wait::look);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "prismq-vigil");
        thread.setDaemon(true);
        return thread;
    }
}
