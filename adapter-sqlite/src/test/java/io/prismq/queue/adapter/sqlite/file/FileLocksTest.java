package io.prismq.queue.adapter.sqlite.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.domain.port.StoreBusyException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLocksTest {
    private final Path database;

    FileLocksTest(@TempDir Path directory) {
        database = directory.resolve("queue.db");
    }

    @Test
    void nameTheDatabaseThatIsInUse() {
        try (FileLocks locks = FileLocks.open(database)) {
            assertThatThrownBy(() -> FileLocks.open(database))
                    .isInstanceOf(StoreBusyException.class)
                    .hasMessage("The database %s is open in this process already.", database);
            assertThatThrownBy(() -> locks.backUp(() -> locks.backUp(() -> true)))
                    .isInstanceOf(StoreBusyException.class)
                    .hasMessage("A backup of the database %s is being made already; wait until it is done.", database);
        }
    }
}
