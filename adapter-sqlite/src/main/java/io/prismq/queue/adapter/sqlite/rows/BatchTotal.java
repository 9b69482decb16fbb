package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;

/**
 * How many tasks are stored in the course of a transaction whose units are counted at its end only. The counts are read
 * once, and only where somebody asks. Not safe for use by many threads.
 */
public final class BatchTotal {
    private static final long UNKNOWN = -1;

    private final Changes units;
    private long before = UNKNOWN;

    /** Of a transaction that has just begun. */
    public BatchTotal(Changes units) {
        this.units = units;
    }

    long of(Session session) {
        if (before == UNKNOWN) {
            before = session.first(TaskQueries.TOTAL, Row::number).orElse(0L);
        }
        return before + units.growth();
    }
}
