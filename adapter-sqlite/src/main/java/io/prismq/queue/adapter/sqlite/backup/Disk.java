package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done to whole files, each step durable when it returns. A test may make it fail at any step. */
public class Disk {
    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    /** What is left to others: who serves the queue goes on to write there. */
    private static final long RESERVE_BYTES = 16L << 20;

    /** Waits until the disk has what was written to the file. */
    void sync(Path file) {
        run(file, () -> force(file));
    }

    /** Gives the file its name; what had the name before is gone. */
    void rename(Path file, Path name) {
        run(name, () -> {
            Files.move(file, name, StandardCopyOption.ATOMIC_MOVE);
            syncDirectory(name);
        });
    }

    /** Gives the file a second name, or a copy where the file system knows no second names. */
    void keepAs(Path file, Path name) {
        run(name, () -> {
            try {
                Files.createLink(name, file);
            } catch (UnsupportedOperationException | IOException linkless) {
                LOG.debug("{} gets no second name and is copied", file, linkless);
                Files.copy(file, name, StandardCopyOption.COPY_ATTRIBUTES);
                force(name);
            }
            syncDirectory(name);
        });
    }

    /** Deletes the file, if there is one. */
    void delete(Path file) {
        run(file, () -> {
            if (Files.deleteIfExists(file)) {
                syncDirectory(file);
            }
        });
    }

    /** Bytes that are left where the file is to stand; {@link Long#MAX_VALUE} where nobody knows. */
    long freeBytes(Path file) {
        try {
            return Files.getFileStore(file.toAbsolutePath().resolveSibling(".").normalize())
                    .getUsableSpace();
        } catch (IOException unknown) {
            LOG.debug("the free space beside {} is unknown", file, unknown);
            return Long.MAX_VALUE;
        }
    }

    /**
     * Makes sure that there is room for a file before it is begun.
     *
     * @throws StoreFullException if there is not
     */
    void requireRoom(Path file, long bytes) {
        if (freeBytes(file) - RESERVE_BYTES < bytes) {
            throw new StoreFullException(
                    "There is no room for %s: it needs %d bytes, and %d must stay free; free disk space, or write it elsewhere."
                            .formatted(file, bytes, RESERVE_BYTES));
        }
    }

    /** What went wrong with a file, for an operator. */
    static TaskStoreException failure(Path file, IOException error) {
        String why = String.valueOf(error.getMessage());
        return why.contains("No space left") || why.contains("not enough space")
                ? new StoreFullException("There is no room left for %s; free disk space.".formatted(file), error)
                : new StoreReadOnlyException(
                        "%s cannot be written; check its path, its owner and the permissions of its directory."
                                .formatted(file),
                        error);
    }

    private static void run(Path file, Step step) {
        try {
            step.run();
        } catch (IOException error) {
            throw failure(file, error);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A name is durable once its directory is; systems that do not open directories see to it themselves. */
    private static void syncDirectory(Path file) throws IOException {
        Path directory = file.toAbsolutePath().resolveSibling(".");
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
