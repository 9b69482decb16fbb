package io.prismq.queue.adapter.sqlite.session;

import io.prismq.queue.domain.port.TaskStoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.DB;

/**
 * A connection with its prepared statements and the lanes that it has seen. For one thread at a time. Every error of
 * the driver leaves as a {@link TaskStoreException}.
 */
public final class Session implements AutoCloseable {
    private static final DSLContext RENDERER = DSL.using(SQLDialect.SQLITE);

    /** As many pages as there are. */
    private static final int WHOLE = -1;

    private final Connection connection;
    private final Damage damage;
    private final IdentityHashMap<Query, KeptStatement> queries = new IdentityHashMap<>();
    private final Map<String, KeptStatement> commands = new HashMap<>();
    private final Lanes lanes = new Lanes(this);
    private @Nullable TaskStoreException failure;
    private boolean hasWritten;

    public Session(Connection connection) {
        this(connection, new Damage());
    }

    Session(Connection connection, Damage damage) {
        this.connection = connection;
        this.damage = damage;
    }

    public Lanes lanes() {
        return lanes;
    }

    public int update(Query query, @Nullable Object... values) {
        hasWritten = true;
        return guarded(() -> kept(query).update(values));
    }

    public <T> List<T> list(Query query, Row.Mapper<T> mapper, @Nullable Object... values) {
        return guarded(() -> kept(query).list(mapper, values));
    }

    public <T> Optional<T> first(Query query, Row.Mapper<T> mapper, @Nullable Object... values) {
        return list(query, mapper, values).stream().findFirst();
    }

    /** Runs a pragma or transaction control. */
    public void execute(String command) {
        guarded(() -> {
            kept(command).execute();
            return true;
        });
    }

    /** Runs a pragma that works on for as long as its rows are asked for; not kept. */
    public void runToItsEnd(String pragma) {
        guarded(() -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(pragma);
            }
        });
    }

    /** Asks a pragma. */
    public <T> List<T> ask(String pragma, Row.Mapper<T> mapper) {
        return guarded(() -> kept(pragma).list(mapper));
    }

    /** The number that answers a question of one row. */
    public long number(String question) {
        return ask(question, Row::number).get(0);
    }

    /**
     * Copies the whole database, as it is at this moment, to a file that is empty. In one step: one that pauses begins
     * anew whenever another connection has written (https://www.sqlite.org/backup.html).
     */
    public void copyTo(Path file) {
        guarded(() -> {
            DB database = connection.unwrap(SQLiteConnection.class).getDatabase();
            int code = database.backup("main", file.toString(), null, 0, 0, WHOLE);
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw new SQLException("the copy failed", null, code);
            }
            return true;
        });
    }

    /** What a unit of work did and met is told from here on. */
    public void beginUnit() {
        failure = null;
        hasWritten = false;
    }

    /** The unit's first error of the database: SQLite may have ended the transaction with it. */
    public Optional<TaskStoreException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether there is something to take back should the unit fail. */
    public boolean hasWritten() {
        return hasWritten;
    }

    @Override
    public void close() {
        guarded(() -> {
            connection.close();
            return true;
        });
    }

    public static String sql(Query query) {
        return RENDERER.render(query);
    }

    private KeptStatement kept(Query query) throws SQLException {
        KeptStatement known = queries.get(query);
        if (known == null) {
            known = new KeptStatement(connection, sql(query));
            queries.put(query, known);
        }
        return known;
    }

    private KeptStatement kept(String command) throws SQLException {
        KeptStatement known = commands.get(command);
        if (known == null) {
            known = new KeptStatement(connection, command);
            commands.put(command, known);
        }
        return known;
    }

    private <T> T guarded(DriverCall<T> call) {
        try {
            return call.run();
        } catch (SQLException error) {
            forgetStatements();
            RuntimeException translated = SqliteErrors.translate(error);
            damage.note(translated);
            if (failure == null && translated instanceof TaskStoreException broken) {
                failure = broken;
            }
            throw translated;
        }
    }

    /** The driver closes a statement that failed, and does not say so: whoever used it again would fail for ever. */
    private void forgetStatements() {
        queries.values().forEach(KeptStatement::close);
        commands.values().forEach(KeptStatement::close);
        queries.clear();
        commands.clear();
    }

    /** Something that the driver does. */
    private interface DriverCall<T> {
        T run() throws SQLException;
    }
}
