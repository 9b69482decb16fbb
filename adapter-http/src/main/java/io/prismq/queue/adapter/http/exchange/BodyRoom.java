package io.prismq.queue.adapter.http.exchange;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that the bodies of all requests together may take. Safe for use by many threads. */
public final class BodyRoom {
    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    /** Room for so many bytes. */
    public BodyRoom(long bytes) {
        this.bytes = bytes;
    }

    /** The share of one body, which has nothing yet. */
    Share share() {
        return new Share();
    }

    private boolean draw(long more) {
        if (taken.addAndGet(more) <= bytes) {
            return true;
        }
        taken.addAndGet(-more);
        return false;
    }

    /** What one body has of the room. Safe for use by many threads. */
    final class Share {
        private long held;
        private boolean over;

        /** Whether there was room for so many bytes more, which are the body's from now on. */
        synchronized boolean take(long more) {
            if (over || !draw(more)) {
                return false;
            }
            held += more;
            return true;
        }

        /** Gives back so many bytes, or as many as are left. */
        synchronized void giveBack(long less) {
            long given = Math.min(less, held);
            held -= given;
            taken.addAndGet(-given);
        }

        /** Gives everything back, and takes nothing more. */
        synchronized void end() {
            over = true;
            giveBack(held);
        }
    }
}
