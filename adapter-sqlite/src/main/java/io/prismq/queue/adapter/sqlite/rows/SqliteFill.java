package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.StoreFill;

/** How full the file is, for a unit of work. */
final class SqliteFill implements StoreFill {
    private final Session session;
    private final BatchTotal total;
    private final Changes own;

    SqliteFill(Session session, BatchTotal total, Changes own) {
        this.session = session;
        this.total = total;
        this.own = own;
    }

    @Override
    public long tasks() {
        return total.of(session) + own.growth();
    }

    @Override
    public long bytes() {
        return Connections.PAGE_BYTES * (session.number("PRAGMA page_count") - session.number("PRAGMA freelist_count"));
    }
}
