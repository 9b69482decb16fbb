package io.prismq.queue.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read what is stored. */
class PermissionsTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void systemHasPermissions() {
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
    }

    @Test
    void ofNewFilesAreTheirOwnersAlone() throws IOException {
        Path path = directory.resolve("a/b/queue.db");

        try (SqliteTaskStore store = open(path)) {
            store.write(tx -> tx.insert(Tasks.aTask().build()))
                    .toCompletableFuture()
                    .join();

            assertThat(List.of(permissions(path.resolveSibling("..")), permissions(path.resolveSibling("."))))
                    .containsOnly("rwx------");
            assertThat(Stream.of("", "-wal", "-shm", ".lock")
                            .map(end -> permissions(path.resolveSibling("queue.db" + end))))
                    .containsOnly("rw-------");
        }
    }

    @Test
    void ofWhatIsThereStay() throws IOException {
        Path path = Files.createDirectory(directory.resolve("shared")).resolve("queue.db");
        open(path).close();
        Files.setPosixFilePermissions(path.resolveSibling("."), PosixFilePermissions.fromString("rwxr-x---"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));

        open(path).close();

        assertThat(permissions(path.resolveSibling("."))).isEqualTo("rwxr-x---");
        assertThat(permissions(path)).isEqualTo("rw-rw----");
    }

    private static SqliteTaskStore open(Path path) {
        return SqliteTaskStore.open(SqliteSettings.of(path), () -> Tasks.NOW);
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException gone) {
            return gone.toString();
        }
    }
}
