package io.prismq.queue.adapter.sqlite.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.core.CoreResultSet;

/** A statement that stays prepared on its connection: rendering and compiling are paid once. */
final class KeptStatement {
    private static final Logger LOG = LoggerFactory.getLogger(KeptStatement.class);

    private final PreparedStatement statement;
    /** The driver has one object for all results of a statement. */
    private @Nullable CoreResultSet last;

    private String @Nullable [] names;

    KeptStatement(Connection connection, String sql) throws SQLException {
        this.statement = connection.prepareStatement(sql);
    }

    int update(@Nullable Object... values) throws SQLException {
        bind(values);
        return statement.executeUpdate();
    }

    <T> List<T> list(Row.Mapper<T> mapper, @Nullable Object... values) throws SQLException {
        bind(values);
        List<T> found = new ArrayList<>();
        try (ResultSet results = ask()) {
            Row row = new Row(results);
            while (results.next()) {
                row.rewind();
                found.add(mapper.map(row));
            }
        }
        return found;
    }

    /** For commands that take no values; what they answer is of no interest, but has to be done with. */
    void execute() throws SQLException {
        if (statement.execute()) {
            statement.getResultSet().close();
        }
    }

    void close() {
        try {
            statement.close();
        } catch (SQLException failed) {
            LOG.debug("a statement did not close", failed);
        }
    }

    /**
     * The driver forgets the names of the columns when a result is closed, and for the next one takes a string for each
     * from native memory, which costs more than to find and read a row. They stay the same, so they are given back to it.
     */
    private ResultSet ask() throws SQLException {
        statement.execute();
        if (last != null) {
            last.colsMeta = names;
        }
        ResultSet results = statement.getResultSet();
        last = results.unwrap(CoreResultSet.class);
        names = last.colsMeta;
        return results;
    }

    private void bind(@Nullable Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }
}
