package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreOutcomeUnknownException;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.testing.Tasks;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class GroupCommitTest {
    private final Path path;
    private final TestDatabase database;
    private final Inbox inbox = new Inbox(100, 1000);

    /** What the disk answers to a command instead of doing it. */
    private final Map<String, SQLiteErrorCode> failures = new ConcurrentHashMap<>();

    private final Thread writer;

    GroupCommitTest(@TempDir Path directory) {
        path = directory.resolve("queue.db");
        database = new TestDatabase(path);
        writer = Threads.start(
                "writer", new GroupCommit(inbox, this::open, () -> Tasks.NOW, new Subscribers(), Runnable::run));
    }

    @AfterEach
    void close() {
        inbox.close();
        Threads.join(writer);
        database.close();
    }

    @Test
    void tellsItsCallersThatTheOutcomeIsUnknownWhereTheCommitFails() {
        failures.put("COMMIT", SQLiteErrorCode.SQLITE_IOERR_FSYNC);

        assertThatThrownBy(() -> insert().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreOutcomeUnknownException.class);
    }

    @Test
    void opensItsConnectionAnewAfterACommitThatFailed() {
        failures.put("COMMIT", SQLiteErrorCode.SQLITE_IOERR_FSYNC);
        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreOutcomeUnknownException.class);
        failures.clear();

        assertThat(insert().join().id().value()).isEqualTo(1);
        assertThat(database.ask("SELECT count(*) FROM task")).isEqualTo(1);
    }

    @Test
    void tellsItsCallersThatNothingIsStoredWhereTheDiskIsFullAtTheCommitAndGoesOnAfterwards() {
        failures.put("COMMIT", SQLiteErrorCode.SQLITE_FULL);
        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreFullException.class);
        failures.clear();

        assertThat(insert().join().id().value()).isEqualTo(1);
        assertThat(database.ask("SELECT count(*) FROM task")).isEqualTo(1);
    }

    @Test
    void tellsItsCallersThatAnotherProcessHoldsTheDatabaseAndGoesOnAfterwards() {
        failures.put("BEGIN IMMEDIATE", SQLiteErrorCode.SQLITE_BUSY);
        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreBusyException.class);
        failures.clear();

        assertThat(insert().join().id().value()).isEqualTo(1);
    }

    private CompletableFuture<Task> insert() {
        WriteUnit<Task> unit = new WriteUnit<>(tx -> tx.insert(aTask().build()), 0);
        inbox.put(unit);
        return unit.answer();
    }

    private Session open() {
        try {
            Connection real = JDBC.createConnection("jdbc:sqlite:" + path, new Properties());
            Connection connection = mock(Connection.class, delegatesTo(real));
            doAnswer(call -> prepared(real, call.getArgument(0)))
                    .when(connection)
                    .prepareStatement(anyString());
            return new Session(connection);
        } catch (SQLException error) {
            throw new AssertionError(error);
        }
    }

    private PreparedStatement prepared(Connection connection, String command) throws SQLException {
        PreparedStatement real = connection.prepareStatement(command);
        PreparedStatement statement = mock(PreparedStatement.class, delegatesTo(real));
        doAnswer(call -> {
                    SQLiteErrorCode failure = failures.get(command);
                    if (failure != null) {
                        throw new SQLiteException("as the test wants it", failure);
                    }
                    return real.execute();
                })
                .when(statement)
                .execute();
        return statement;
    }
}
