package io.prismq.queue.adapter.worker.builtin;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.task.LogLevel;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the old regular files below some directories, and counts what it did. Used by one thread. */
final class TempFileSweep {
    /** Each level holds a directory open: a tree that is deeper is left alone below it. */
    static final int MAX_DEPTH = 64;

    private static final Logger LOG = LoggerFactory.getLogger(TempFileSweep.class);

    /** What was done; a directory that could not be read counts as one failed file. */
    record Answer(long deletedFiles, long deletedBytes, long failedFiles) {}

    private final Instant cutoff;
    private final SparedDirectories spared;
    private final TaskContext context;
    private long deletedFiles;
    private long deletedBytes;
    private long failedFiles;

    /** A sweep of the files last modified at the cutoff or before, which tells the task's log what becomes of them. */
    TempFileSweep(Instant cutoff, SparedDirectories spared, TaskContext context) {
        this.cutoff = cutoff;
        this.spared = spared;
        this.context = context;
    }

    Answer answer() {
        return new Answer(deletedFiles, deletedBytes, failedFiles);
    }

    /**
     * Deletes what is old in a directory and the directories in it.
     *
     * @throws IOException if the directory itself cannot be read
     * @throws InterruptedException as soon as the thread is interrupted
     */
    void sweep(SweptDirectory directory) throws IOException, InterruptedException {
        sweep(directory, 1);
    }

    /** A file or directory that cannot be dealt with is counted, and told to both logs. */
    void failed(Path name, IOException why) {
        failedFiles++;
        LOG.warn("cannot clean up {}: {}", name, why.toString());
        context.log(LogLevel.WARN, "cannot clean up %s: %s".formatted(name, why));
    }

    private void sweep(SweptDirectory directory, int depth) throws IOException, InterruptedException {
        try {
            for (Path entry : directory.entries()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("the cleanup was stopped");
                }
                sweepEntry(directory, entry, depth);
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }

    private void sweepEntry(SweptDirectory directory, Path entry, int depth) throws InterruptedException {
        Path name = entry.getFileName();
        try {
            BasicFileAttributes attributes = directory.attributes(name);
            if (attributes.isDirectory()) {
                spared.requireOther(attributes);
                sweepInside(directory, name, depth + 1);
            } else if (attributes.isRegularFile() && isOld(attributes)) {
                directory.delete(name);
                deletedFiles++;
                deletedBytes += attributes.size();
                context.log(LogLevel.DEBUG, "deleted " + entry);
            }
        } catch (NoSuchFileException gone) {
            LOG.debug("{} was deleted by somebody else", entry);
        } catch (IOException why) {
            failed(entry, why);
        }
    }

    private void sweepInside(SweptDirectory directory, Path name, int depth) throws IOException, InterruptedException {
        if (depth > MAX_DEPTH) {
            throw new IOException("nested deeper than " + MAX_DEPTH + " directories");
        }
        try (SweptDirectory inside = directory.open(name)) {
            sweep(inside, depth);
        }
    }

    private boolean isOld(BasicFileAttributes attributes) {
        return !attributes.lastModifiedTime().toInstant().isAfter(cutoff);
    }
}
