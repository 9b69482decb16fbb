package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.API_KEY;

import io.prismq.queue.adapter.sqlite.session.Column;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.KeyDigest;
import io.prismq.queue.domain.access.KeyId;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.sql.SQLException;
import java.util.List;

/** Rows of keys. The columns and the calls that read them stand in the same order. */
final class KeyRows {
    static final List<Column<ApiKey>> COLUMNS = List.of(
            new Column<>(API_KEY.ID, key -> key.id().value()),
            new Column<>(API_KEY.NAME, ApiKey::name),
            new Column<>(API_KEY.SCOPES, key -> Words.join(key.grant().scopes(), Scope::word)),
            new Column<>(API_KEY.TYPES, key -> Words.join(key.grant().types(), TaskType::value)),
            new Column<>(API_KEY.DIGEST, key -> key.digest().value()),
            new Column<>(API_KEY.CREATED_AT, key -> Column.millis(key.createdAt())),
            new Column<>(API_KEY.EXPIRES_AT, key -> Column.millis(key.expiresAt())),
            new Column<>(API_KEY.REVOKED_AT, key -> Column.millis(key.revokedAt())));

    private KeyRows() {}

    static ApiKey key(Row row) throws SQLException {
        return new ApiKey(
                new KeyId(row.text()),
                row.text(),
                new Grant(
                        Words.split(row.text(), word -> Scope.of(word).orElseThrow()),
                        Words.split(row.text(), TaskType::new)),
                new KeyDigest(row.text()),
                row.time(),
                row.optionalTime(),
                row.optionalTime());
    }
}
