package io.prismq.queue.adapter.sqlite.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.rows.Distribution;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsTest {
    private final TestDatabase database;
    private final Session session;

    StatisticsTest(@TempDir Path directory) {
        database = new TestDatabase(directory.resolve("queue.db"));
        session = database.session();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void areKeptOfLargeTablesWithoutSamples() {
        Distribution.ALL_QUEUED.store(session);

        new Statistics(new ReentrantLock()).look(session);

        assertThat(session.ask("SELECT idx FROM sqlite_stat1 WHERE tbl = 'task'", Row::text))
                .contains("task_claim");
        // With samples, a statement is planned anew for each value that it is given.
        assertThat(session.ask("SELECT tbl FROM sqlite_stat4", Row::text)).isEmpty();
    }

    /** With what was true of one task, a million would be read from the first to the last. */
    @Test
    void areNotKeptOfSmallOnes() {
        Distribution.ONE_TASK.store(session);

        new Statistics(new ReentrantLock()).look(session);

        assertThat(session.ask("SELECT tbl FROM sqlite_stat1", Row::text)).isEmpty();
    }

    @Test
    void areNotTakenAtEachLook() {
        Statistics statistics = new Statistics(new ReentrantLock());
        statistics.look(session);
        Distribution.ALL_QUEUED.store(session);

        statistics.look(session);

        assertThat(session.ask("SELECT tbl FROM sqlite_stat1", Row::text)).isEmpty();
    }
}
