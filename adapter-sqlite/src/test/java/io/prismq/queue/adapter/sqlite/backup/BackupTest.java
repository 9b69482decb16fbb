package io.prismq.queue.adapter.sqlite.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.domain.port.Backup;
import io.prismq.queue.domain.port.BackupName;
import io.prismq.queue.domain.port.BackupVault;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final int TASKS = 20;

    private final Scene scene;
    private final SqliteTaskStore store;
    private final BackupVault vault;

    BackupTest(@TempDir Path directory) {
        scene = new Scene(directory);
        store = scene.open();
        vault = store.backups(scene.backups());
        Scene.insert(store, TASKS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void leavesNothingWhereTheProcessIsToldToEnd() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoppedBackup.class.getName(),
                        scene.directory().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor()).isZero();

        assertThat(scene.files())
                .noneMatch(name -> name.startsWith(scene.backup().getFileName().toString()));
    }

    @Test
    void isOneFileThatNeedsNoOtherAndHoldsEveryTask() throws IOException {
        Backup backup = vault.create(Scene.NAME);

        Path file = scene.backups().resolve("queue-20260101T000000Z.db");
        assertThat(backup.tasks()).isEqualTo(TASKS);
        assertThat(backup.bytes()).isEqualTo(Files.size(file));
        // 1 stands for a journal, 2 for a log: https://www.sqlite.org/fileformat.html#file_format_version_numbers
        assertThat(Files.readAllBytes(file)[18]).isEqualTo((byte) 1);
        assertThat(new SingleFile(file).verify()).isEqualTo(TASKS);
        assertThat(Scene.names(scene.backups()))
                .containsExactly("queue-20260101T000000Z.db", "queue-20260101T000000Z.db.sha256");
    }

    @Test
    void hasItsChecksumBesideItAsSha256sumWritesIt() throws Exception {
        Backup backup = vault.create(Scene.NAME);

        Path checksum = scene.backups().resolve("queue-20260101T000000Z.db.sha256");
        assertThat(checksum).content().isEqualTo(backup.sha256() + "  queue-20260101T000000Z.db\n");
        Process check = new ProcessBuilder("sha256sum", "-c", checksum.toString())
                .directory(scene.backups().toFile())
                .start();
        assertThat(check.waitFor()).isZero();
    }

    @Test
    void isOpenToNobodyWhoMayNotReadTheDatabase() throws IOException {
        Files.setPosixFilePermissions(scene.database(), PosixFilePermissions.fromString("rw-------"));

        vault.create(Scene.NAME);

        assertThat(Files.getPosixFilePermissions(scene.backups().resolve(Scene.NAME.text())))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void areListedNewestFirstAndPrunedToTheNewest() {
        for (int second = 0; second < 4; second++) {
            vault.create(name(second));
        }

        vault.prune(2);

        assertThat(vault.list()).extracting(Backup::name).containsExactly(name(3), name(2));
        assertThat(Scene.names(scene.backups())).hasSize(4);
    }

    @Test
    void areNotListedWithoutAChecksumOrWhereTheyCannotBeRead() throws IOException {
        vault.create(name(0));
        vault.create(name(1));
        vault.create(name(2));
        Files.delete(scene.backups().resolve(name(1).text() + ".sha256"));
        Files.writeString(scene.backups().resolve(name(2).text()), "a letter");
        Files.writeString(scene.backups().resolve("queue-letter.db"), "another");

        assertThat(vault.list()).extracting(Backup::name).containsExactly(name(0));
    }

    @Test
    void areLeftAloneWhereTheyAreOfAnotherDatabase() throws IOException {
        try (TestDatabase another = new TestDatabase(scene.directory().resolve("q.db"))) {
            BackupVault others = another.backups(scene.backups());
            for (int second = 0; second < 2; second++) {
                others.create(new BackupName("q.db", Tasks.NOW.plusSeconds(second)));
                vault.create(name(second));
            }
            Files.writeString(scene.backups().resolve("q-20260101T000009Z.db.part"), "being written");

            vault.create(name(2));
            vault.prune(1);

            assertThat(vault.list()).extracting(Backup::name).containsExactly(name(2));
            assertThat(others.list()).hasSize(2);
            assertThat(scene.backups().resolve("q-20260101T000009Z.db.part")).exists();
        }
    }

    @Test
    void isRefusedWithTheReasonWhereTheDatabaseIsNotInItsPlace() throws IOException {
        Files.move(scene.database(), scene.directory().resolve("elsewhere.db"));

        assertThatThrownBy(() -> vault.create(Scene.NAME))
                .isInstanceOf(StoreReadOnlyException.class)
                .hasMessageContaining("deleted, moved or replaced");
        assertThat(scene.backups()).doesNotExist();
    }

    @Test
    void refusesANameThatIsTaken() {
        vault.create(Scene.NAME);

        assertThatThrownBy(() -> vault.create(Scene.NAME))
                .isInstanceOf(TaskStoreException.class)
                .hasMessageContaining("exists already");
        assertThat(vault.list()).hasSize(1);
    }

    @Test
    void isMadeOneAtATime() {
        try (TestDatabase other = new TestDatabase(scene.directory().resolve("other.db"))) {
            BackupVault others = other.backups(scene.backups());

            assertThatThrownBy(() -> other.locks().backUp(() -> others.create(Scene.NAME)))
                    .isInstanceOf(StoreBusyException.class)
                    .hasMessageContaining("being made already");
        }
    }

    @Test
    void leavesNothingWhereThereIsNoRoom() {
        assertThatThrownBy(() -> writer(new FullDisk()).write(scene.backup()))
                .isInstanceOf(StoreFullException.class)
                .hasMessageContaining("There is no room for " + scene.backup())
                .hasMessageContaining("free disk space, or write it elsewhere");
        assertThat(scene.files()).noneMatch(name -> name.startsWith("copy.db"));
    }

    @Test
    void saysWhereItCannotBeWritten() throws IOException {
        Path file = Files.createFile(scene.directory().resolve("file"));

        assertThatThrownBy(() -> store.backups(file.resolve("backups")).create(Scene.NAME))
                .isInstanceOf(StoreReadOnlyException.class)
                .hasMessageContaining("check its path, its owner and the permissions");
    }

    @Test
    void isNotTakenOfADatabaseThatIsNotThere() {
        Path missing = scene.directory().resolve("missing.db");

        assertThatThrownBy(() -> SqliteBackup.take(missing, scene.backup()))
                .isInstanceOf(StoreReadOnlyException.class)
                .hasMessage("There is no database at %s; check the path.", missing);
        assertThat(scene.files()).noneMatch(name -> name.startsWith("missing"));
    }

    @Test
    void isRefusedWhereItsCountersAreNotTrue() {
        Scene.execute(scene.database(), "UPDATE lane_count SET tasks = tasks + 1");

        assertThatThrownBy(() -> vault.create(Scene.NAME))
                .isInstanceOf(StoreCorruptException.class)
                .hasMessageContaining("counters that do not fit its tasks");
        assertThat(Scene.names(scene.backups())).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such names")
    void isNotGivenANameThatItsChecksumCouldNotTell() {
        Scene other = new Scene(scene.directory().resolve("other")).holding(1);
        Path target = other.directory().resolve("a\nb.db");

        assertThatThrownBy(() -> SqliteBackup.take(other.database(), target))
                .isInstanceOf(TaskStoreException.class)
                .hasMessageContaining("control character");
        assertThat(other.files()).noneMatch(name -> name.startsWith("a"));
    }

    @Test
    void isNeverSeenHalfDoneWhereverItEnds() {
        vault.create(name(0));
        FailingDisk disk;
        int steps = 0;
        do {
            disk = new FailingDisk(steps++);
            endOrBeKilled(disk, scene.backups().resolve(name(steps).text()));
            assertThat(vault.list())
                    .allSatisfy(backup -> assertThat(new SingleFile(scene.backups()
                                            .resolve(backup.name().text()))
                                    .verify())
                            .isEqualTo(TASKS));
            assertThat(vault.list()).last().extracting(Backup::name).isEqualTo(name(0));
        } while (!disk.survived());

        vault.create(name(steps + 1));
        assertThat(Scene.names(scene.backups())).hasSize(2 * vault.list().size());
    }

    private void endOrBeKilled(Disk disk, Path target) {
        try {
            writer(disk).write(target);
        } catch (FailingDisk.Killed expected) {
            assertThat(disk).isNotNull();
        }
    }

    private BackupWriter writer(Disk disk) {
        return new BackupWriter(scene.database(), () -> new Connections(scene.database()).openForReading(), disk);
    }

    private static BackupName name(int second) {
        return new BackupName("queue.db", Tasks.NOW.plusSeconds(second));
    }
}
