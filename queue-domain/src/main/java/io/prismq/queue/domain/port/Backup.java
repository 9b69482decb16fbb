package io.prismq.queue.domain.port;

import java.time.Instant;

/**
 * A backup that is whole: it was verified when it was made.
 *
 * @param finishedAt when it was complete
 * @param sha256 of its bytes, as 64 hexadecimal digits in lower case
 * @param tasks how many it holds
 */
public record Backup(BackupName name, Instant finishedAt, long bytes, String sha256, long tasks) {}
