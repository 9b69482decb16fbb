package io.prismq.queue.benchmarks.side;

import io.prismq.queue.benchmarks.data.LargeQueue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** A database of the program's own schema and settings, open to bare JDBC. As in the program, a thread moves the log. */
public final class BareDatabase implements AutoCloseable {
    private static final long LOOK_ROUND_MILLIS = 100;

    private static final List<String> SETTINGS = List.of(
            "PRAGMA busy_timeout = 5000",
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "PRAGMA foreign_keys = ON",
            "PRAGMA temp_store = MEMORY",
            "PRAGMA mmap_size = 0",
            "PRAGMA cache_size = -20000",
            "PRAGMA wal_autocheckpoint = 0");

    private final Path file;
    private final Connection connection;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread caretaker = new Thread(this::moveTheLog, "bare-caretaker");

    private BareDatabase(Path file) throws SQLException {
        this.file = file;
        this.connection = connect();
    }

    /** Creates a new one. */
    public static BareDatabase create(Path file) throws SQLException {
        LargeQueue.create(file);
        BareDatabase database = new BareDatabase(file);
        database.connection.setAutoCommit(false);
        database.caretaker.setDaemon(true);
        database.caretaker.start();
        return database;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    long number(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(question)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    private Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setGetGeneratedKeys(false);
        Connection opened = DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
        try (Statement statement = opened.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
        }
        return opened;
    }

    private void moveTheLog() {
        try (Connection own = connect();
                Statement statement = own.createStatement()) {
            while (!stopped.await(LOOK_ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (SQLException failed) {
            throw new SideException("the log could not be moved: " + failed.getMessage());
        }
    }

    @Override
    public void close() throws SQLException {
        stopped.countDown();
        try {
            caretaker.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
