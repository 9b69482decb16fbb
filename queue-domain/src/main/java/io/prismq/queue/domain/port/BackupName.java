package io.prismq.queue.domain.port;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The name of a backup: the second that it is of. Names sort as their times do.
 *
 * @param takenAt whole seconds, in the years 0 to 9999
 */
public record BackupName(Instant takenAt) implements Comparable<BackupName> {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("'queue-'uuuuMMdd'T'HHmmss'Z.db'").withZone(ZoneOffset.UTC);

    public BackupName {
        if (!takenAt.truncatedTo(ChronoUnit.SECONDS).equals(takenAt)) {
            throw new IllegalArgumentException("a backup is named by a whole second");
        }
    }

    /** The name for a backup of now: later than the given one, even where the clock was set back. */
    public static BackupName after(Optional<BackupName> newest, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new BackupName(newest.map(name -> name.takenAt().plusSeconds(1))
                .filter(next -> next.isAfter(second))
                .orElse(second));
    }

    /** Reads a name; empty where the text is none. */
    public static Optional<BackupName> parse(String text) {
        try {
            return Optional.of(new BackupName(FORMAT.parse(text, Instant::from)));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    /** Such as {@code queue-20261122T124336Z.db}. */
    public String text() {
        return FORMAT.format(takenAt);
    }

    @Override
    public int compareTo(BackupName other) {
        return takenAt.compareTo(other.takenAt);
    }
}
