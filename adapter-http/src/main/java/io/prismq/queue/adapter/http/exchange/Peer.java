package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The client of a request whose reply has not begun, or is a stream that has not ended. No thread waits for it; a request
 * that does not ask pays nothing. Safe for use by many threads.
 *
 * <p>A client that closes only its sending half cannot be told from one that is gone, and counts as gone. Proxies can
 * hide that a client is gone, and so can a client that sends its next request first.
 */
public final class Peer {
    private static final String ATTRIBUTE = Peer.class.getName();

    private final Optional<Wire> wire;
    private final CompletableFuture<Void> impatient = new CompletableFuture<>();
    private Wire.Sight seen = Wire.Sight.SILENCE;
    private boolean watched;
    private boolean answered;

    private Peer(Optional<Wire> wire) {
        this.wire = wire;
    }

    /** To be called once the request's body has been taken in. */
    public static Peer of(Context context) {
        Peer known = context.attribute(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        Peer peer = new Peer(Wire.of(context));
        context.attribute(ATTRIBUTE, peer);
        return peer;
    }

    /**
     * Completes at once when the client hangs up, or sends its next request, before it is answered; otherwise never. The
     * request is to be answered then as if its wait had ended.
     */
    public CompletionStage<Void> stopsWaiting() {
        watch();
        return impatient.minimalCompletionStage();
    }

    /** Leaves the connection to the reply that is about to be written. */
    static void answer(Context context) {
        Peer known = context.attribute(ATTRIBUTE);
        if (known != null) {
            known.answer();
        }
    }

    /** Whether nobody can receive a reply, as far as can be seen from here. */
    synchronized boolean isGone() {
        return see() == Wire.Sight.END;
    }

    /** Leaves the connection to whoever ends the reply; false where the client has stopped waiting before. */
    synchronized boolean answer() {
        boolean watching = watched && !answered;
        answered = true;
        if (watching) {
            wire.ifPresent(Wire::unwatch);
        }
        return seen == Wire.Sight.SILENCE;
    }

    private synchronized void watch() {
        if (!watched && !answered) {
            watched = true;
            wire.ifPresent(watchable -> watchable.watch(this::look));
        }
    }

    private void look() {
        if (hasStoppedWaiting()) {
            impatient.complete(null);
        }
    }

    private synchronized boolean hasStoppedWaiting() {
        if (answered) {
            return false;
        }
        if (see() == Wire.Sight.SILENCE) {
            wire.ifPresent(watchable -> watchable.watch(this::look));
            return false;
        }
        return true;
    }

    private Wire.Sight see() {
        if (seen == Wire.Sight.SILENCE) {
            seen = wire.map(Wire::look).orElse(Wire.Sight.SILENCE);
        }
        return seen;
    }
}
