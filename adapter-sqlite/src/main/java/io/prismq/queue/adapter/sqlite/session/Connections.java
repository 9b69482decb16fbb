package io.prismq.queue.adapter.sqlite.session;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens connections, each with its nine pragmas: https://www.sqlite.org/pragma.html. Page size and journal mode are
 * properties of the file; they are repeated here so that a file that somebody changed behaves as it should.
 */
public final class Connections {
    /** Of every database that this program makes. */
    public static final long PAGE_BYTES = 4096;

    /** Off: with memory mapping, a file that is cut short kills the process instead of raising an error. */
    private static final long MMAP_BYTES = 0;

    private static final long LOG_BYTES = 48L << 20;

    private static final List<String> COMMON = List.of(
            "PRAGMA busy_timeout = 5000",
            "PRAGMA page_size = " + PAGE_BYTES,
            "PRAGMA journal_mode = WAL",
            "PRAGMA foreign_keys = ON",
            "PRAGMA temp_store = MEMORY",
            "PRAGMA mmap_size = " + MMAP_BYTES,
            // Kibibytes, as a negative number.
            "PRAGMA cache_size = -20000",
            // A checkpoint has a connection of its own: on this one it would be a pause for all who wait.
            "PRAGMA wal_autocheckpoint = 0",
            // What the log took from the disk beyond this, while a long read kept it growing, it gives back.
            "PRAGMA journal_size_limit = " + LOG_BYTES);

    private final Path path;
    private final String synchronous;
    private final Damage damage = new Damage();

    /** Connections by which a commit is on the disk when it returns. */
    public Connections(Path path) {
        this(path, "FULL");
    }

    /**
     * Connections to a file.
     *
     * @param synchronous when a commit waits for the disk: https://www.sqlite.org/pragma.html#pragma_synchronous
     */
    public Connections(Path path, String synchronous) {
        this.path = path;
        this.synchronous = synchronous;
    }

    /** What all of them have met. */
    public Damage damage() {
        return damage;
    }

    public Session open() {
        Session session = openUntouched();
        COMMON.forEach(session::execute);
        session.execute("PRAGMA synchronous = " + synchronous);
        return session;
    }

    public Session openForReading() {
        Session session = open();
        session.execute("PRAGMA query_only = ON");
        return session;
    }

    /** For a look at a file that may belong to somebody else: sets nothing. */
    public Session openUntouched() {
        try {
            SQLiteConnection connection = JDBC.createConnection("jdbc:sqlite:" + path, settings());
            // Transactions are begun and ended by hand; else the driver tries to do so behind each statement as well.
            connection.getConnectionConfig().setAutoCommit(false);
            return new Session(connection, damage);
        } catch (SQLException error) {
            throw SqliteErrors.translate(error);
        }
    }

    private static Properties settings() {
        SQLiteConfig config = new SQLiteConfig();
        // One thread at a time uses a connection, and the driver has a lock of its own; SQLite's would add nothing.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        // Else the driver prepares a question for the key of the row behind each insert.
        config.setGetGeneratedKeys(false);
        return config.toProperties();
    }
}
