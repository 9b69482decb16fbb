package io.prismq.queue.adapter.sqlite.care;

import io.prismq.queue.adapter.sqlite.session.Session;
import java.time.Duration;

/**
 * Gives pages that nothing is stored on back to the file system, so that the file shrinks after deletes:
 * https://www.sqlite.org/pragma.html#pragma_incremental_vacuum. In small bites between two commits, each shorter than
 * a commit: nobody who stores has to notice. On the connection of the writer: a change by another would void all that it has in its cache.
 *
 * <p>Some free pages stay for what will be stored next: a queue that deletes as much as it stores neither gives back nor
 * asks for more.
 */
public final class FreePages {
    /** Pages of 4 KiB that stay in any case: 4 MiB. */
    public static final long SHIPPED_RESERVE = 1024;

    /** One in so many pages of the file stays: 5 percent. */
    private static final long SHARE = 20;

    private static final long LEAST = 8;
    private static final long MOST = 2048;
    private static final long BITE_NANOS = Duration.ofMillis(2).toNanos();

    private final long reserve;
    private final Pause looks = new Pause(Duration.ofSeconds(1));
    private final Pause breath = new Pause(Duration.ofMillis(20));
    private long bite = 64;
    private boolean shrinking;

    public FreePages(long reserve) {
        this.reserve = reserve;
    }

    /** Takes a bite, if it is time for one. */
    public void look(Session session) {
        if (shrinking ? breath.isOver() : looks.isOver()) {
            long free = session.number("PRAGMA freelist_count");
            long kept = Math.max(reserve, session.number("PRAGMA page_count") / SHARE);
            shrinking = free > (shrinking ? kept : 2 * kept);
            if (shrinking) {
                take(session, Math.min(bite, free - kept));
            }
        }
    }

    private void take(Session session, long pages) {
        long began = System.nanoTime();
        session.runToItsEnd("PRAGMA incremental_vacuum(%d)".formatted(pages));
        long took = System.nanoTime() - began;
        if (took > BITE_NANOS) {
            bite = Math.max(LEAST, bite / 2);
        } else if (took < BITE_NANOS / 2) {
            bite = Math.min(MOST, bite * 2);
        }
    }
}
