package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.domain.contract.TaskStoreContract;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteTaskStoreTest extends TaskStoreContract {
    private final Path directory;

    SqliteTaskStoreTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Override
    protected TaskStore newStore(Clock clock) {
        return SqliteTaskStore.open(SqliteSettings.of(directory.resolve("queue.db")), clock);
    }

    @Override
    protected void close(TaskStore store) {
        ((SqliteTaskStore) store).close();
    }
}
