package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.contract.BackupVaultContract;
import io.prismq.queue.domain.port.BackupVault;

class InMemoryBackupVaultTest extends BackupVaultContract {
    private final InMemoryBackupVault vault = new InMemoryBackupVault();

    @Override
    protected BackupVault vault() {
        return vault;
    }
}
