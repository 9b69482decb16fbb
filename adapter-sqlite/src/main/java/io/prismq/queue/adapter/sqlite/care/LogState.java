package io.prismq.queue.adapter.sqlite.care;

import io.prismq.queue.adapter.sqlite.session.Session;

/**
 * The write-ahead log, as https://www.sqlite.org/pragma.html#pragma_wal_checkpoint tells of it.
 *
 * @param busy whether somebody kept the pragma from doing all that it was asked for
 * @param pages in the log since it was begun
 * @param moved how many of them stand in the database too
 */
record LogState(boolean busy, long pages, long moved) {
    static LogState of(Session session, String mode) {
        return session.ask(
                        "PRAGMA wal_checkpoint(%s)".formatted(mode),
                        row -> new LogState(row.number() != 0, row.number(), row.number()))
                .get(0);
    }

    long unmoved() {
        return pages - moved;
    }
}
