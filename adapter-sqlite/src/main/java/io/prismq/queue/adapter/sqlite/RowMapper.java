package io.prismq.queue.adapter.sqlite;

import java.sql.SQLException;

/** Makes a value of a row. */
@FunctionalInterface
interface RowMapper<T> {
    T map(Row row) throws SQLException;
}
