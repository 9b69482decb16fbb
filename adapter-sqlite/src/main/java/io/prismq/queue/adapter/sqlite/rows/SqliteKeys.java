package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Column;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.port.KeyRegister;
import java.util.List;

/** The keys of clients, as one session sees them. */
final class SqliteKeys implements KeyRegister {
    private final Session session;

    SqliteKeys(Session session) {
        this.session = session;
    }

    @Override
    public List<ApiKey> all() {
        return session.list(KeyQueries.ALL, KeyRows::key);
    }

    @Override
    public void put(ApiKey key) {
        session.update(KeyQueries.PUT, Column.values(KeyRows.COLUMNS, key));
    }
}
