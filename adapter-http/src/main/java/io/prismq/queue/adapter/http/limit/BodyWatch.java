package io.prismq.queue.adapter.http.limit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose client is hung up on where it sends the body too slowly. One that is there at once costs next to nothing. */
final class BodyWatch extends Request.Wrapper {
    private final Limits.Patience patience;
    private long begun;
    private long bytes;
    private boolean watched;
    private boolean over;

    BodyWatch(Request request, Limits.Patience patience) {
        super(request);
        this.patience = patience;
    }

    @Override
    public Content.Chunk read() {
        Content.Chunk chunk = super.read();
        if (chunk != null) {
            count(chunk);
        }
        return chunk;
    }

    @Override
    public void demand(Runnable demandCallback) {
        watch();
        super.demand(demandCallback);
    }

    private synchronized void count(Content.Chunk chunk) {
        bytes += chunk.remaining();
        over |= chunk.isLast();
    }

    private synchronized void watch() {
        if (!watched) {
            watched = true;
            begun = System.nanoTime();
            Request.addCompletionListener(getWrapped(), failure -> end());
            lookIn(patience.forBody(bytes));
        }
    }

    private void lookIn(Duration time) {
        getComponents().getScheduler().schedule(this::look, time.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    private synchronized void end() {
        over = true;
    }

    private synchronized void look() {
        Duration left = patience.forBody(bytes).minusNanos(System.nanoTime() - begun);
        if (over) {
            return;
        }
        if (left.isNegative()) {
            SlowClients.hangUp(getConnectionMetaData().getConnection());
        } else {
            lookIn(left);
        }
    }
}
