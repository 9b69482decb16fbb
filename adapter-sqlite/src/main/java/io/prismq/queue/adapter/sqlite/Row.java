package io.prismq.queue.adapter.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of an answer, read from left to right. */
final class Row {
    private final ResultSet results;
    private int column;

    Row(ResultSet results) {
        this.results = results;
    }

    void rewind() {
        column = 0;
    }

    long number() throws SQLException {
        return results.getLong(++column);
    }

    int count() throws SQLException {
        return results.getInt(++column);
    }

    @Nullable
    Long optionalNumber() throws SQLException {
        long value = number();
        return results.wasNull() ? null : Long.valueOf(value);
    }

    String text() throws SQLException {
        return results.getString(++column);
    }

    @Nullable
    String optionalText() throws SQLException {
        return results.getString(++column);
    }

    Instant time() throws SQLException {
        return Instant.ofEpochMilli(number());
    }

    @Nullable
    Instant optionalTime() throws SQLException {
        Long millis = optionalNumber();
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
