package io.prismq.queue.adapter.sqlite.care;

import static io.prismq.queue.adapter.sqlite.TestDatabase.unit;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.adapter.sqlite.LogLines;
import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.adapter.sqlite.session.Threads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages are counted from 20 to 60 here, so that one task of this test makes a log that is long. */
class CheckpointsTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Path path;
    private final TestDatabase database;
    private final Session own;
    private final Session reader;
    private final LogLines lines = new LogLines(Checkpoints.class);

    CheckpointsTest(@TempDir Path directory) {
        path = directory.resolve("queue.db");
        database = new TestDatabase(path);
        own = database.connect();
        reader = database.connectForReading();
    }

    @AfterEach
    void close() {
        lines.close();
        reader.close();
        own.close();
        database.close();
    }

    @Test
    void leaveAShortLogAlone() {
        Checkpoints checkpoints = checkpoints(MOMENT);
        write(1);

        checkpoints.look(own);

        assertThat(log().moved()).isZero();
    }

    @Test
    void moveAShortLogOnceNothingIsWrittenAnyMore() {
        Checkpoints checkpoints = checkpoints(MOMENT);
        write(1);

        for (int look = 0; look < 12; look++) {
            checkpoints.look(own);
        }

        assertThat(log().unmoved()).isZero();
    }

    @Test
    void letTheNextCommitBeginALongLogAnew() {
        Checkpoints checkpoints = checkpoints(MOMENT);
        write(200_000);
        assertThat(log().pages()).isGreaterThan(40);

        checkpoints.look(own);
        write(1);

        assertThat(log().pages()).isLessThan(20);
    }

    @Test
    void holdUpWritersOnlyForAMomentWhileTheLogIsNotTooLong() {
        read();
        write(200_000);

        checkpoints(Duration.ofMinutes(1)).look(own);

        assertThat(turn.isLocked()).isFalse();
        assertThat(lines.warnings()).isEmpty();
    }

    @Test
    void holdUpWritersUntilReadersAreDoneWhereTheLogIsTooLong() throws InterruptedException {
        Checkpoints checkpoints = checkpoints(Duration.ofMinutes(1));
        read();
        write(400_000);
        Thread looking = Threads.start("looking", () -> checkpoints.look(own));
        await().until(turn::isLocked);

        reader.execute("COMMIT");
        Threads.join(looking);
        write(1);

        assertThat(log().pages()).isLessThan(20);
    }

    @Test
    void holdUpWritersOnceForAReaderThatStaysAndTellOfIt() {
        Checkpoints checkpoints = checkpoints(Duration.ofMillis(50));
        read();
        write(400_000);

        checkpoints.look(own);
        checkpoints.look(own);
        write(1);
        checkpoints.look(own);

        assertThat(lines.warnings()).hasSize(1).allMatch(line -> line.contains("reading from the database"));
    }

    @Test
    void beginAnewOnceTheReaderIsGone() {
        Checkpoints checkpoints = checkpoints(Duration.ofMillis(50));
        read();
        write(400_000);
        checkpoints.look(own);
        write(400_000);
        long before = log().pages();

        reader.execute("COMMIT");
        checkpoints.look(own);
        write(1);

        assertThat(before).isGreaterThan(180);
        assertThat(log().pages()).isLessThan(20);
    }

    @Test
    void giveBackTheDiskThatALongReadMadeTheLogTake() throws Exception {
        Checkpoints checkpoints = checkpoints(Duration.ofMillis(50));
        read();
        database.session().execute("PRAGMA journal_size_limit = 100000");
        write(400_000);
        Path log = path.resolveSibling("queue.db-wal");
        assertThat(Files.size(log)).isGreaterThan(400_000);

        reader.execute("COMMIT");
        checkpoints.look(own);
        write(1);

        assertThat(Files.size(log)).isEqualTo(100_000);
    }

    private Checkpoints checkpoints(Duration patience) {
        return new Checkpoints(turn, new LogLimits(20, 40, 90, MOMENT, patience));
    }

    private void read() {
        reader.execute("BEGIN");
        reader.ask("SELECT count(*) FROM task", Row::number);
    }

    private void write(int bytes) {
        String payload = "{\"text\":\"" + "x".repeat(bytes) + "\"}";
        database.commit(List.of(unit(tx -> tx.insert(aTask().payload(payload).build()))));
    }

    private LogState log() {
        return LogState.of(database.session(), "NOOP");
    }
}
