package io.prismq.queue.adapter.worker.builtin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A directory on a platform that cannot hold one open. Links are seen and left alone; one that takes a directory's place
 * between the look and the deed is not.
 */
record CheckedDirectory(Path path, DirectoryStream<Path> entries) implements SweptDirectory {
    @SuppressWarnings("StreamResourceLeak") // closed with the directory
    static CheckedDirectory at(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(path.toString());
        }
        return new CheckedDirectory(path, Files.newDirectoryStream(path));
    }

    @Override
    public BasicFileAttributes attributes(Path name) throws IOException {
        return Files.readAttributes(path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public SweptDirectory open(Path name) throws IOException {
        return at(path.resolve(name));
    }

    @Override
    public void delete(Path name) throws IOException {
        Files.delete(path.resolve(name));
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
