package io.prismq.queue.adapter.sqlite.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may read and write a file: a copy of a database must not be open to more people than the database. */
final class Access {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    private Access() {}

    /** Creates an empty file that belongs to whom the other belongs to, with the same permissions. */
    static void createAs(Path model, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(model, PosixFileAttributeView.class);
        if (view == null) {
            Files.createFile(file);
            return;
        }
        PosixFileAttributes wanted = view.readAttributes();
        Files.createFile(file, PosixFilePermissions.asFileAttribute(wanted.permissions()));
        giveTo(wanted, Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS));
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
