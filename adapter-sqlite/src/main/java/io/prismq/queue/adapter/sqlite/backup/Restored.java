package io.prismq.queue.adapter.sqlite.backup;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of a restore.
 *
 * @param tasks how many the backup holds
 * @param endedLeases how many of them were running, and are queued again
 * @param replaced where the database is kept that was there before; empty where there was none
 */
public record Restored(long tasks, long endedLeases, Optional<Path> replaced) {}
