package io.prismq.queue.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.prismq.queue.adapter.sqlite.backup.SqliteBackup;
import io.prismq.queue.adapter.sqlite.backup.SqliteRestore;
import io.prismq.queue.adapter.sqlite.file.FileLocks;
import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator leaves beside the database of somebody else. */
class OwnerTest {
    /** Any that the administrator is not. */
    private static final int SERVICE = 65534;

    private final Path path;
    private final Path backup;

    OwnerTest(@TempDir Path directory) {
        path = directory.resolve("service/queue.db");
        backup = directory.resolve("copy.db");
    }

    @BeforeEach
    void belongsToTheService() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("only root can give files away")
                .isEqualTo("root");
        SqliteTaskStore.open(SqliteSettings.of(path), () -> Tasks.NOW).close();
        Files.delete(lock());
        give(path.resolveSibling("."));
        give(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
    }

    @Test
    void doesNotShutTheServiceOutByALock() throws IOException {
        SqliteBackup.take(path, backup);

        assertThat(owner(lock())).isEqualTo(SERVICE);
        assertThat(owner(path)).isEqualTo(SERVICE);
        assertThat(permissions(lock())).isEqualTo("rw-r-----");
    }

    @Test
    void givesALockToWhomTheDirectoryBelongsWhereThereIsNoDatabase() throws IOException {
        Files.delete(path);

        FileLocks.open(path).close();

        assertThat(owner(lock())).isEqualTo(SERVICE);
    }

    @Test
    void givesARestoredDatabaseToWhomTheDirectoryBelongs() throws IOException {
        SqliteBackup.take(path, backup);
        chown(backup, 0);
        Path restored = path.resolveSibling("restored.db");

        new SqliteRestore(restored, () -> Tasks.NOW).restore(backup, Optional.empty());

        assertThat(owner(restored)).isEqualTo(SERVICE);
        assertThat(owner(restored.resolveSibling("restored.db.lock"))).isEqualTo(SERVICE);
        assertThat(permissions(restored)).isEqualTo("rw-r-----");
    }

    private Path lock() {
        return path.resolveSibling("queue.db.lock");
    }

    private static void give(Path file) throws IOException {
        chown(file, SERVICE);
    }

    private static void chown(Path file, int user) throws IOException {
        Files.setAttribute(file, "unix:uid", user);
        Files.setAttribute(file, "unix:gid", user);
    }

    private static Object owner(Path file) throws IOException {
        return Files.getAttribute(file, "unix:uid");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(
                Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .permissions());
    }
}
