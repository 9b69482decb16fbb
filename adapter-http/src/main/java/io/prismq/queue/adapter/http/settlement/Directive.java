package io.prismq.queue.adapter.http.settlement;

import java.util.Locale;

/** What a worker is to do with a task that it gave a sign of life for. */
enum Directive {
    CONTINUE,
    /** The task was cancelled: nobody needs the work. */
    CANCEL,
    /** Settle soon: the server is about to stop. */
    DRAIN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
