package io.prismq.queue.adapter.sqlite.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.adapter.sqlite.file.Schema;
import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.StoreSchemaException;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not restored, and what is said of it. The database stays as it was, and nothing is left beside it. */
class RestoreRefusalTest {
    private static final int TASKS = 300;

    private final Scene scene;

    RestoreRefusalTest(@TempDir Path directory) {
        scene = new Scene(directory).holding(TASKS);
        SqliteBackup.take(scene.database(), scene.backup());
    }

    @AfterEach
    void leavesAllAsItWas() {
        assertThat(scene.tasks()).isEqualTo(TASKS);
        assertThat(scene.files()).noneMatch(name -> name.contains(".restoring") || name.contains(".replaced-"));
    }

    @Test
    void aDatabaseThatIsInUse() {
        try (SqliteTaskStore store = scene.open()) {
            refuses(StoreBusyException.class, "is open in this process");
            assertThat(store.quickCheck()).isEmpty();
        }
    }

    @Test
    void aDatabaseThatAShellHasOpen() {
        try (Session shell = new Connections(scene.database()).open()) {
            assertThat(shell.ask("SELECT count(*) FROM task", Row::number)).containsExactly((long) TASKS);

            refuses(StoreBusyException.class, "is open in another program, such as a shell of SQLite");
        }
    }

    @Test
    void aBackupThatIsNotThere() throws IOException {
        Files.delete(scene.backup());

        refuses(StoreReadOnlyException.class, "There is no backup at " + scene.backup());
    }

    @Test
    void aBackupWithoutAChecksum() throws IOException {
        Files.delete(Checksum.fileOf(scene.backup()));

        refuses(TaskStoreException.class, "has no checksum beside it");
    }

    @Test
    void aBackupWhoseChecksumCannotBeRead() throws IOException {
        Files.writeString(Checksum.fileOf(scene.backup()), "a letter");

        refuses(StoreCorruptException.class, "does not hold one line of sha256sum");
    }

    @Test
    void aBackupThatWasChanged() throws IOException {
        overwrite(Files.size(scene.backup()) / 2);

        refuses(StoreCorruptException.class, "it was changed or cut short");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 8192, 16384, 40960})
    void aBackupThatIsDamagedThoughItsChecksumFits(long offset) throws IOException {
        overwrite(offset);
        scene.checksum(scene.backup());

        refuses(StoreCorruptException.class, "use another backup");
    }

    @Test
    void aBackupThatWasCutShortBeforeItsChecksumWasTaken() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(scene.backup().toFile(), "rw")) {
            file.setLength(file.length() - 8192);
        }
        scene.checksum(scene.backup());

        refuses(StoreCorruptException.class, "use another backup");
    }

    @Test
    void aLetter() throws IOException {
        Files.writeString(scene.backup(), "this is a letter, and rather a long one. ".repeat(100));
        scene.checksum(scene.backup());

        refuses(StoreCorruptException.class, "is not a database, or it is damaged");
    }

    @Test
    void aDatabaseOfAnotherProgram() throws IOException {
        Files.delete(scene.backup());
        Scene.execute(scene.backup(), "CREATE TABLE cats (name TEXT)");
        scene.checksum(scene.backup());

        refuses(StoreCorruptException.class, "is not a database of PrismQ");
    }

    @Test
    void aNewerSchema() {
        Scene.execute(scene.backup(), "PRAGMA user_version = 99");
        scene.checksum(scene.backup());

        refuses(StoreSchemaException.class, "has schema version 99, this program knows " + Schema.VERSION);
    }

    @Test
    void countersThatAreNotTrue() {
        Scene.execute(scene.backup(), "UPDATE lane_count SET tasks = tasks + 1");
        scene.checksum(scene.backup());

        refuses(StoreCorruptException.class, "has counters that do not fit its tasks");
    }

    @Test
    void aBackupThatThereIsNoRoomFor() {
        assertThatThrownBy(() -> scene.restore(new FullDisk()))
                .isInstanceOf(StoreFullException.class)
                .hasMessageContaining("There is no room for");
    }

    @Test
    void theDatabaseItself() {
        scene.checksum(scene.database());

        assertThatThrownBy(() -> restore(scene.database()).restore(scene.database(), Optional.empty()))
                .hasMessageContaining("is the database itself");
    }

    @Test
    void toReplaceTheDatabaseOfAnotherProgram() throws IOException {
        Path cats = scene.directory().resolve("cats.db");
        Scene.execute(cats, "CREATE TABLE cats (name TEXT)");
        byte[] before = Files.readAllBytes(cats);

        assertThatThrownBy(() -> restore(cats).restore(scene.backup(), Optional.empty()))
                .isInstanceOf(StoreCorruptException.class)
                .hasMessageContaining("is a database of another program; choose another path");
        assertThat(cats).hasBinaryContent(before);
    }

    @Test
    void toReplaceATextOfSomebody() throws IOException {
        Path letter = Files.writeString(scene.directory().resolve("letter.txt"), "a letter");

        // Twice: the first time must not leave what the second would take for a sign that it was ours.
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> restore(letter).restore(scene.backup(), Optional.empty()))
                    .isInstanceOf(TaskStoreException.class)
                    .hasMessageContaining("is no database, and none of ours stood there");
        }
        assertThat(letter).hasContent("a letter");
        assertThat(scene.files()).doesNotContain("letter.txt.lock");
    }

    @Test
    void toReplaceADirectory() throws IOException {
        Path directory = Files.createDirectory(scene.directory().resolve("folder"));

        assertThatThrownBy(() -> restore(directory).restore(scene.backup(), Optional.empty()))
                .isInstanceOf(TaskStoreException.class)
                .hasMessageContaining("is no file; name a file");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no named pipes among its files")
    void toReplaceAPipeAsAnyOtherDevice() throws IOException, InterruptedException {
        Path pipe = scene.directory().resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> restore(pipe).restore(scene.backup(), Optional.empty()))
                .isInstanceOf(TaskStoreException.class)
                .hasMessageContaining("is no file; name a file");
        assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther())
                .isTrue();
    }

    private void overwrite(long offset) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(scene.backup().toFile(), "rw")) {
            file.seek(offset);
            file.write("not what was here before ".repeat(3).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void refuses(Class<? extends TaskStoreException> kind, String message) {
        assertThatThrownBy(() -> restore(scene.database()).restore(scene.backup(), Optional.empty()))
                .isInstanceOf(kind)
                .hasMessageContaining(message);
    }

    private static SqliteRestore restore(Path database) {
        return new SqliteRestore(database, () -> Tasks.NOW);
    }
}
