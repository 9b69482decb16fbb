package io.prismq.queue.adapter.sqlite.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.domain.port.Backup;
import io.prismq.queue.domain.port.BackupName;
import io.prismq.queue.domain.port.BackupVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at any moment, here at some that chance chooses by a seed. */
class BackupKillTest {
    private static final int KILLS = Integer.getInteger("prismq.backup.kills", 2);
    private static final long SEED = Long.getLong("prismq.backup.seed", 1);

    private final Random random = new Random(SEED);
    private final Scene scene;

    BackupKillTest(@TempDir Path directory) {
        scene = new Scene(directory);
    }

    @Test
    void leavesNoBackupThatLooksWholeAndIsNot() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            KilledProcess.run(random, BackupLoop.class, scene.directory().toString());
            try (SqliteTaskStore store = scene.open()) {
                BackupVault vault = store.backups(scene.backups());
                List<Backup> left = vault.list();
                assertThat(left)
                        .as("seed %d, kill %d", SEED, kill)
                        .isNotEmpty()
                        .allSatisfy(backup -> assertWhole(backup));

                vault.create(BackupName.after(
                        left.stream().map(Backup::name).findFirst(), vault.database(), Scene.NAME.takenAt()));
                assertThat(Scene.names(scene.backups())).hasSize(2 * (left.size() + 1));
                assertThat(store.quickCheck()).isEmpty();
            }
        }
    }

    @Test
    void leavesTheOldDatabaseOrTheNewOneWhereItHitsARestore() throws Exception {
        Path one = backup("one", 200);
        Path another = backup("another", 300);
        scene.holding(200);
        for (int kill = 0; kill < KILLS; kill++) {
            KilledProcess.run(
                    random, RestoreLoop.class, scene.database().toString(), one.toString(), another.toString());
            try (SqliteTaskStore store = scene.open()) {
                assertThat(store.quickCheck())
                        .as("seed %d, kill %d", SEED, kill)
                        .isEmpty();
                long tasks = store.read(reads -> reads.statistics().counts().total());
                assertThat(tasks).isIn(200L, 300L);
            }
            Files.copy(one, scene.backup(), StandardCopyOption.REPLACE_EXISTING);
            scene.checksum(scene.backup());
            scene.restore();
            assertThat(scene.tasks()).isEqualTo(200);
            assertThat(scene.files()).noneMatch(name -> name.contains(".restoring"));
        }
    }

    private void assertWhole(Backup backup) throws IOException {
        Path file = scene.backups().resolve(backup.name().text());
        assertThat(Checksum.of(file)).isEqualTo(backup.sha256());
        assertThat(new SingleFile(file).verify()).isEqualTo(backup.tasks());
    }

    private Path backup(String name, int tasks) throws IOException {
        Scene there = new Scene(Files.createDirectory(scene.directory().resolve(name))).holding(tasks);
        return SqliteBackup.take(there.database(), there.backup()).file();
    }
}
