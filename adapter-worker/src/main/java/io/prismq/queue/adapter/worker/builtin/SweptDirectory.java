package io.prismq.queue.adapter.worker.builtin;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;

/** A directory whose entries are touched without following a link: each is named by its last name alone. */
interface SweptDirectory extends Closeable {
    /** Every entry; only the last name of each counts. Can be asked for once. */
    DirectoryStream<Path> entries();

    /** Of the entry itself, also where it is a link. */
    BasicFileAttributes attributes(Path name) throws IOException;

    /** Opens a directory inside; fails where the name is a link. */
    SweptDirectory open(Path name) throws IOException;

    /** Removes the entry itself, also where it is a link. */
    void delete(Path name) throws IOException;

    /**
     * Opens a directory by its path. Its last name must not be a link; how one gets there is the configuration's word.
     * Where the platform can hold on to open directories, nobody can slip a link in between the look and the deed.
     */
    static SweptDirectory at(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath();
        Path parent = absolute.getParent();
        Path name = absolute.getFileName();
        if (parent == null || name == null) {
            throw new IOException(directory + " is the root of a file system");
        }
        try (DirectoryStream<Path> around = Files.newDirectoryStream(parent)) {
            return around instanceof SecureDirectoryStream<Path> held
                    ? new HeldDirectory(held).open(name)
                    : CheckedDirectory.at(absolute);
        }
    }
}
