package io.prismq.queue.adapter.worker.builtin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;

/** A directory that is held open: what its path names meanwhile does not matter. */
record HeldDirectory(SecureDirectoryStream<Path> directory) implements SweptDirectory {
    @Override
    public DirectoryStream<Path> entries() {
        return directory;
    }

    @Override
    public BasicFileAttributes attributes(Path name) throws IOException {
        return directory
                .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    @Override
    public SweptDirectory open(Path name) throws IOException {
        return new HeldDirectory(directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public void delete(Path name) throws IOException {
        directory.deleteFile(name);
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
