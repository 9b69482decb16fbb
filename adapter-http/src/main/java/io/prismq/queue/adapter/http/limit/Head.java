package io.prismq.queue.adapter.http.limit;

import java.time.Duration;

/** Tells since when the next request of a connection is on its way. Safe for use by many threads. */
final class Head {
    private boolean awaited = true;
    private boolean begun = true;
    private long since;
    private long before;

    /** The head of the first request, which is on its way as soon as somebody connects. */
    Head(long nanos) {
        this.since = nanos;
    }

    /** It is there. */
    synchronized void came() {
        awaited = false;
    }

    /** The next one may come; of this connection so many octets have. */
    synchronized void await(long octets) {
        awaited = true;
        begun = false;
        before = octets;
    }

    /** To be asked now and then: it learns thereby when one begins. */
    synchronized boolean isLate(long octets, long nanos, Duration patience) {
        if (awaited && !begun && octets > before) {
            begun = true;
            since = nanos;
        }
        return awaited && begun && nanos - since > patience.toNanos();
    }
}
