package io.prismq.queue.application;

import io.prismq.queue.domain.port.BackupName;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Has backups made by themselves. The time is counted from the newest that there is, whoever made it, so that a restart
 * changes nothing; what failed is tried again, later each time.
 */
public final class BackupSchedule {
    /** How soon to look whether the one that runs has ended. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** So that a clock that is set is noticed. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final RetryPolicy RETRIES = new RetryPolicy(Duration.ofMinutes(1), 2, Duration.ofHours(1), 0);

    private final Backups backups;
    private final Clock clock;
    private final Duration every;
    private final AtomicReference<@Nullable Ahead> ahead = new AtomicReference<>();

    /**
     * A backup whose name has a time that has not come: the clock was set back since.
     *
     * @param since the earliest time at which it was seen
     */
    private record Ahead(BackupName name, Instant since) {}

    /**
     * A schedule that nothing follows by itself.
     *
     * @param every how old the newest backup is when the next is made; positive
     */
    public BackupSchedule(Backups backups, Clock clock, Duration every) {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("time lies between two backups");
        }
        this.backups = backups;
        this.clock = clock;
        this.every = every;
    }

    /**
     * Begins to make a backup if one is due.
     *
     * @return how long to wait before asking again; positive
     * @throws TaskStoreException if the backups cannot be looked at
     */
    public Duration runDue() {
        if (backups.seen().running().isEmpty()) {
            Instant now = clock.now();
            Instant due = due(now);
            if (now.isBefore(due)) {
                return shorter(Duration.between(now, due), LONGEST_WAIT);
            }
            backups.start();
        }
        return LOOK_AGAIN;
    }

    private Instant due(Instant now) {
        BackupRuns seen = backups.seen();
        Instant due = backups.newest()
                .map(newest -> countedFrom(newest, now).plus(every))
                .orElse(now);
        return seen.failed()
                .map(failed -> earlier(failed.finishedAt(), now).plus(retryWait(seen.failures())))
                .filter(retry -> retry.isAfter(due))
                .orElse(due);
    }

    private Instant countedFrom(BackupName newest, Instant now) {
        if (!newest.takenAt().isAfter(now)) {
            return newest.takenAt();
        }
        Ahead seen = ahead.updateAndGet(known -> known != null && known.name().equals(newest)
                ? new Ahead(newest, earlier(known.since(), now))
                : new Ahead(newest, now));
        return Objects.requireNonNull(seen).since();
    }

    /** After this many failures in a row. */
    private Duration retryWait(int failures) {
        return shorter(RETRIES.delayAfter(failures, 0), every);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
