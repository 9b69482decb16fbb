package io.prismq.queue.adapter.sqlite.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may read and write a file: a copy of a database must not be open to more people than the database, and what an
 * administrator leaves beside it must not shut out who serves it.
 */
public final class Access {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    private Access() {}

    /** Creates an empty file that belongs to whom the other belongs to, with the same permissions. */
    public static void createAs(Path model, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(model, PosixFileAttributeView.class);
        if (view == null) {
            Files.createFile(file);
            return;
        }
        PosixFileAttributes wanted = view.readAttributes();
        Files.createFile(file, PosixFilePermissions.asFileAttribute(wanted.permissions()));
        giveTo(wanted, Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS));
    }

    /** Creates an empty file that belongs to whom its directory belongs to, with the permissions of the other. */
    public static void createInDirectory(Path model, Path file) throws IOException {
        createAs(model, file);
        giveToOwnerOfDirectory(file);
    }

    /** Makes sure of a directory; one that is not there is made for its owner alone, with those above it. */
    public static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, ownersAlone("rwx------", directory));
    }

    /**
     * Makes sure of the file of a database: one that is not there is made for its owner alone, whatever the process leaves
     * to others. Its log gets the same permissions from SQLite: https://www.sqlite.org/src/file/src/os_unix.c.
     */
    public static void createDatabase(Path database) throws IOException {
        if (Files.notExists(database)) {
            try {
                Files.createFile(database, ownersAlone("rw-------", database));
                giveToOwnerOfDirectory(database);
            } catch (FileAlreadyExistsException bySomebodyElse) {
                LOG.debug("another process was faster", bySomebodyElse);
            }
        }
    }

    private static FileAttribute<?>[] ownersAlone(String permissions, Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes sure of a lock file beside the database: whoever may write to the database may lock it. */
    static void createLock(Path database, Path lock) throws IOException {
        if (Files.exists(lock)) {
            return;
        }
        try {
            if (Files.exists(database)) {
                createAs(database, lock);
            } else {
                Files.createFile(lock, ownersAlone("rw-------", lock));
                giveToOwnerOfDirectory(lock);
            }
        } catch (FileAlreadyExistsException bySomebodyElse) {
            LOG.debug("another process was faster", bySomebodyElse);
        }
    }

    private static void giveToOwnerOfDirectory(Path file) throws IOException {
        PosixFileAttributeView directory =
                Files.getFileAttributeView(file.toAbsolutePath().getParent(), PosixFileAttributeView.class);
        if (directory != null) {
            giveTo(
                    directory.readAttributes(),
                    Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS));
        }
    }

    /** Only an administrator may give files away; nobody else has to. */
    private static void giveTo(PosixFileAttributes wanted, PosixFileAttributeView file) throws IOException {
        PosixFileAttributes own = file.readAttributes();
        if (!own.owner().equals(wanted.owner()) || !own.group().equals(wanted.group())) {
            try {
                file.setOwner(wanted.owner());
                file.setGroup(wanted.group());
            } catch (IOException notAllowed) {
                LOG.debug("a file stays with who made it", notAllowed);
            }
        }
    }
}
