package io.prismq.queue.adapter.sqlite;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the store is set up.
 *
 * @param path the database file; it and its directories are created where they are missing; without a question mark,
 *     with which the driver begins its options
 * @param readers connections for reads; at least 1
 * @param maxWaitingWrites how many writes may wait for the disk; at least 1
 * @param maxWaitingBytes how much those writes may hold together; at least 1
 * @param lockPatience how long a write waits for another process that keeps the database locked; not negative
 */
public record SqliteSettings(
        Path path,
        Durability durability,
        int readers,
        int maxWaitingWrites,
        long maxWaitingBytes,
        Duration lockPatience) {
    private static final int READERS = 4;
    private static final int WAITING_WRITES = 10_000;
    private static final long WAITING_BYTES = 64L << 20;
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(5);

    public SqliteSettings {
        if (path.toString().contains("?")) {
            throw new IllegalArgumentException("the path of the database holds a question mark: " + path);
        }
        if (readers < 1 || maxWaitingWrites < 1 || maxWaitingBytes < 1) {
            throw new IllegalArgumentException("a store needs at least one reader and room for one waiting write");
        }
    }

    /** With the shipped patience. */
    public SqliteSettings(Path path, Durability durability, int readers, int maxWaitingWrites, long maxWaitingBytes) {
        this(path, durability, readers, maxWaitingWrites, maxWaitingBytes, LOCK_PATIENCE);
    }

    /** The shipped settings for this file. */
    public static SqliteSettings of(Path path) {
        return new SqliteSettings(path, Durability.FULL, READERS, WAITING_WRITES, WAITING_BYTES);
    }
}
