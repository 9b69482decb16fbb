package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.domain.contract.BackupVaultContract;
import io.prismq.queue.domain.port.BackupVault;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteBackupsTest extends BackupVaultContract {
    private final SqliteTaskStore store;
    private final BackupVault vault;

    SqliteBackupsTest(@TempDir Path directory) {
        Scene scene = new Scene(directory);
        store = scene.open();
        vault = store.backups(scene.backups());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected BackupVault vault() {
        return vault;
    }
}
