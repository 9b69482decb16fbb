package io.prismq.queue.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.domain.port.SystemClock;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeQueueTest {
    @TempDir
    private Path directory;

    @Test
    void theStoreKnowsTheTasksAsItsOwn() throws SQLException {
        Path database = directory.resolve("queue.db");
        LargeQueue.fill(database, Mix.VARIED, 800);

        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(database), new SystemClock())) {
            assertThat(store.quickCheck()).isEmpty();
        }
    }
}
