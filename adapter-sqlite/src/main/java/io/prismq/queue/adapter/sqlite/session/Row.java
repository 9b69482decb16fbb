package io.prismq.queue.adapter.sqlite.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of an answer, read from left to right. */
public final class Row {
    private final ResultSet results;
    private int column;

    Row(ResultSet results) {
        this.results = results;
    }

    void rewind() {
        column = 0;
    }

    public long number() throws SQLException {
        return results.getLong(++column);
    }

    public int count() throws SQLException {
        return results.getInt(++column);
    }

    @Nullable
    public Long optionalNumber() throws SQLException {
        long value = number();
        return results.wasNull() ? null : Long.valueOf(value);
    }

    public String text() throws SQLException {
        return results.getString(++column);
    }

    @Nullable
    public String optionalText() throws SQLException {
        return results.getString(++column);
    }

    public Instant time() throws SQLException {
        return Instant.ofEpochMilli(number());
    }

    @Nullable
    public Instant optionalTime() throws SQLException {
        Long millis = optionalNumber();
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Mapper<T> {
        T map(Row row) throws SQLException;
    }
}
