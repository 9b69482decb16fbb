package io.prismq.queue.bootstrap.keys;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that its owner alone can read, there before the key is made that it is for: a key is never without a place. */
record KeyFile(Path path) {
    private static final String OWNER_ALONE = "rw-------";

    /**
     * An empty one.
     *
     * @throws FileAlreadyExistsException if something is there
     */
    static KeyFile make(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE))
                }
                : new FileAttribute<?>[0];
        return new KeyFile(Files.createFile(path, attributes));
    }

    void write(String key) throws IOException {
        Files.writeString(path, key + System.lineSeparator());
    }

    void delete() throws IOException {
        Files.delete(path);
    }
}
