package io.prismq.queue.adapter.sqlite.commit;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.prismq.queue.adapter.sqlite.LogLines;
import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.file.WritableFile;
import io.prismq.queue.adapter.sqlite.rows.Statements;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.adapter.sqlite.session.Threads;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreOutcomeUnknownException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.testing.Tasks;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class GroupCommitTest {
    private final Path path;
    private final TestDatabase database;
    private final Inbox inbox = new Inbox(100, 1000);

    /** What comes of a command instead of what it does. */
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();

    /** The commands that failed. */
    private final BlockingQueue<String> failed = new LinkedBlockingQueue<>();

    private final Thread writer;

    GroupCommitTest(@TempDir Path directory) {
        path = directory.resolve("queue.db");
        database = new TestDatabase(path);
        writer = Threads.start(
                "writer", new GroupCommit(inbox, new FailingFile(), () -> Tasks.NOW, new Subscribers(), Runnable::run));
    }

    @AfterEach
    void close() {
        inbox.close();
        Threads.join(writer);
        database.close();
    }

    @Test
    void tellsItsCallersThatTheOutcomeIsUnknownWhereTheCommitFails() {
        failures.put("COMMIT", error(SQLiteErrorCode.SQLITE_IOERR_FSYNC));

        assertThatThrownBy(() -> insert().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreOutcomeUnknownException.class);
    }

    @Test
    void tellsTheLogOnceThoughCommitAfterCommitFails() {
        failures.put("COMMIT", error(SQLiteErrorCode.SQLITE_IOERR_FSYNC));

        try (LogLines log = new LogLines(GroupCommit.class)) {
            for (int times = 0; times < 5; times++) {
                assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreOutcomeUnknownException.class);
            }

            assertThat(log.errors()).containsExactly("a commit failed; the connection is opened anew");
        }
    }

    @Test
    void opensItsConnectionAnewAfterACommitThatFailed() {
        failures.put("COMMIT", error(SQLiteErrorCode.SQLITE_IOERR_FSYNC));
        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreOutcomeUnknownException.class);
        failures.clear();

        assertThat(insert().join().id().value()).isEqualTo(1);
        assertThat(database.ask("SELECT count(*) FROM task")).isEqualTo(1);
    }

    @Test
    void tellsItsCallersThatNothingIsStoredWhereTheDiskIsFullAtTheCommitAndGoesOnAfterwards() {
        failures.put("COMMIT", error(SQLiteErrorCode.SQLITE_FULL));
        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreFullException.class);
        failures.clear();

        assertThat(insert().join().id().value()).isEqualTo(1);
        assertThat(database.ask("SELECT count(*) FROM task")).isEqualTo(1);
    }

    @Test
    void tellsItsCallersThatAnotherProcessHoldsTheDatabaseAndGoesOnAfterwards() {
        failures.put("BEGIN IMMEDIATE", error(SQLiteErrorCode.SQLITE_BUSY));
        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreBusyException.class);
        failures.clear();

        assertThat(insert().join().id().value()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("statementsOutsideUnits")
    void tellsItsCallersThatNothingIsStoredWhereAnErrorStrikesOutsideTheirUnitsAndGoesOnAfterwards(String statement) {
        failures.put(statement, new OutOfMemoryError("as the test wants it"));
        assertThatThrownBy(() -> insert().join())
                .hasCauseExactlyInstanceOf(TaskStoreException.class)
                .hasMessageContaining("nothing was stored")
                .hasRootCauseInstanceOf(OutOfMemoryError.class);
        failures.clear();

        assertThat(insert().join().id().value()).isEqualTo(1);
        assertThat(database.ask("SELECT count(*) FROM task")).isEqualTo(1);
    }

    static List<String> statementsOutsideUnits() {
        return List.of("BEGIN IMMEDIATE", Statements.ADD_TO_COUNT);
    }

    @Test
    void tellsItsCallersThatTheOutcomeIsUnknownWhereAnErrorStrikesInTheCommitAndGoesOnAfterwards() {
        failures.put("COMMIT", new OutOfMemoryError("as the test wants it"));
        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreOutcomeUnknownException.class);
        failures.clear();

        assertThat(insert().join().id().value()).isEqualTo(1);
    }

    @Test
    void goesOnWhereAnErrorStrikesBetweenCommits() throws InterruptedException {
        failures.put("PRAGMA data_version", new OutOfMemoryError("as the test wants it"));
        assertThat(failed.poll(30, TimeUnit.SECONDS)).isEqualTo("PRAGMA data_version");
        failures.clear();

        assertThat(insert().join().id().value()).isEqualTo(1);
    }

    @Test
    void tellsItsCallersWhereItCannotSayWhatFailed() {
        Inbox broken = new Inbox(100, 1000);
        WriteUnit<Task> unit = new WriteUnit<>(tx -> tx.insert(aTask().build()), 0);
        broken.put(unit);
        broken.close();
        WritableFile unspeakable = new FailingFile() {
            @Override
            public void requireInPlace() {
                throw new StoreReadOnlyException("as the test wants it");
            }

            @Override
            public void forgetOthers() {
                throw new OutOfMemoryError("as the test wants it");
            }
        };

        new GroupCommit(broken, unspeakable, () -> Tasks.NOW, new Subscribers(), Runnable::run).run();

        assertThat(unit.answer())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(StoreOutcomeUnknownException.class);
    }

    @Test
    void tellsItsCallersWhereNoThreadCanBeHadForIt() {
        Inbox full = new Inbox(100, 1000);
        WriteUnit<Task> unit = new WriteUnit<>(tx -> tx.insert(aTask().build()), 0);
        full.put(unit);
        full.close();

        new GroupCommit(full, new FailingFile(), () -> Tasks.NOW, new Subscribers(), told -> {
                    throw new OutOfMemoryError("as the test wants it");
                })
                .run();

        assertThat(unit.answer()).isCompleted();
    }

    @Test
    void looksOnceForTheFileForAllThatWaits() {
        Inbox full = new Inbox(100, 1000);
        List<String> looks = new ArrayList<>();
        for (int unit = 0; unit < 10; unit++) {
            full.put(new WriteUnit<>(tx -> tx.insert(aTask().build()), 0));
        }
        full.close();

        WritableFile watched = new FailingFile() {
            @Override
            public void requireInPlace() {
                looks.add("look");
            }
        };
        new GroupCommit(full, watched, () -> Tasks.NOW, new Subscribers(), Runnable::run).run();

        assertThat(looks).hasSize(1);
        assertThat(database.ask("SELECT count(*) FROM task")).isEqualTo(10);
    }

    private CompletableFuture<Task> insert() {
        WriteUnit<Task> unit = new WriteUnit<>(tx -> tx.insert(aTask().build()), 0);
        inbox.put(unit);
        // A writer that has ended answers nobody.
        return unit.answer().orTimeout(30, TimeUnit.SECONDS);
    }

    private static SQLiteException error(SQLiteErrorCode code) {
        return new SQLiteException("as the test wants it", code);
    }

    /** The file of the test, behind a driver that fails where the test wants it. */
    private class FailingFile implements WritableFile {
        private final Lock turn = new ReentrantLock(true);

        @Override
        public Session connect() {
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

        @Override
        public void requireInPlace() {}

        @Override
        public void forgetOthers() {}

        @Override
        public boolean hasRoomFor(long pages) {
            return true;
        }

        @Override
        public Lock turn() {
            return turn;
        }

        private PreparedStatement prepared(Connection connection, String command) throws SQLException {
            PreparedStatement real = connection.prepareStatement(command);
            PreparedStatement statement = mock(PreparedStatement.class, delegatesTo(real));
            doAnswer(call -> answer(command, real::execute)).when(statement).execute();
            doAnswer(call -> answer(command, real::executeUpdate))
                    .when(statement)
                    .executeUpdate();
            doAnswer(call -> answer(command, real::executeQuery))
                    .when(statement)
                    .executeQuery();
            return statement;
        }

        private Object answer(String command, Callable<?> real) throws Throwable {
            Throwable failure = failures.get(command);
            if (failure != null) {
                failed.add(command);
                throw failure;
            }
            return real.call();
        }
    }
}
