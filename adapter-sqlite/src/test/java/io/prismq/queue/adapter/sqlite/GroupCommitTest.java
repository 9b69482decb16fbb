package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreOutcomeUnknownException;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.testing.Tasks;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean commitsFail = new AtomicBoolean();
    private final AtomicBoolean diskIsFull = new AtomicBoolean();
    private final AtomicBoolean busy = new AtomicBoolean();
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
        commitsFail.set(true);

        assertThatThrownBy(() -> insert().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreOutcomeUnknownException.class);
    }

    @Test
    void opensItsConnectionAnewAfterACommitThatFailed() {
        commitsFail.set(true);
        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreOutcomeUnknownException.class);
        commitsFail.set(false);

        assertThat(insert().join().id().value()).isEqualTo(1);
        assertThat(database.ask("SELECT count(*) FROM task")).isEqualTo(1);
    }

    @Test
    void tellsItsCallersThatNothingIsStoredWhereTheDiskIsFullAtTheCommitAndGoesOnAfterwards() {
        diskIsFull.set(true);
        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreFullException.class);
        diskIsFull.set(false);

        assertThat(insert().join().id().value()).isEqualTo(1);
        assertThat(database.ask("SELECT count(*) FROM task")).isEqualTo(1);
    }

    @Test
    void tellsItsCallersThatAnotherProcessHoldsTheDatabaseAndGoesOnAfterwards() {
        busy.set(true);
        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreBusyException.class);
        busy.set(false);

        assertThat(insert().join().id().value()).isEqualTo(1);
    }

    private CompletableFuture<Task> insert() {
        WriteUnit<Task> unit = new WriteUnit<>(tx -> tx.insert(aTask().build()), 0);
        inbox.put(unit);
        return unit.answer();
    }

    /** A connection whose commands fail where the test says so: the disk's part in the play. */
    private Session open() {
        try {
            Connection real = JDBC.createConnection("jdbc:sqlite:" + path, new Properties());
            return new Session((Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        Object result = invoke(real, method, arguments);
                        return result instanceof PreparedStatement statement
                                ? failing(statement, String.valueOf(arguments[0]))
                                : result;
                    }));
        } catch (SQLException error) {
            throw new AssertionError(error);
        }
    }

    private PreparedStatement failing(PreparedStatement real, String sql) {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    if (sql.equals("COMMIT") && commitsFail.get()) {
                        throw new SQLiteException("no answer from the disk", SQLiteErrorCode.SQLITE_IOERR_FSYNC);
                    }
                    if (sql.equals("COMMIT") && diskIsFull.get()) {
                        throw new SQLiteException("no room", SQLiteErrorCode.SQLITE_FULL);
                    }
                    if (sql.equals("BEGIN IMMEDIATE") && busy.get()) {
                        throw new SQLiteException("locked", SQLiteErrorCode.SQLITE_BUSY);
                    }
                    return invoke(real, method, arguments);
                });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
