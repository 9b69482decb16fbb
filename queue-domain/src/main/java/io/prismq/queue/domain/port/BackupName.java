package io.prismq.queue.domain.port;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a backup: the file that the database is, and the second that it is of. Names of one database sort as their
 * times do.
 *
 * @param database the name of the database's file, without a directory
 * @param takenAt whole seconds, in the years 0 to 9999
 */
public record BackupName(String database, Instant takenAt) implements Comparable<BackupName> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** What stays at the end of a name, so that programs know the file for what it is. */
    private static final String ENDING = ".db";

    private static final Pattern NAME = Pattern.compile("(?<file>[^/]+)-(?<time>\\d{8}T\\d{6}Z)(?<ending>\\.db)?");

    private static final Comparator<BackupName> ORDER =
            Comparator.comparing(BackupName::takenAt).thenComparing(BackupName::database);

    public BackupName {
        if (!takenAt.truncatedTo(ChronoUnit.SECONDS).equals(takenAt)) {
            throw new IllegalArgumentException("a backup is named by a whole second");
        }
    }

    /** The name for a backup of now: later than the given one, even where the clock was set back. */
    public static BackupName after(Optional<BackupName> newest, String database, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new BackupName(
                database,
                newest.map(name -> name.takenAt().plusSeconds(1))
                        .filter(next -> next.isAfter(second))
                        .orElse(second));
    }

    /** Reads a name; empty where the text is none. */
    public static Optional<BackupName> parse(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            String ending = Objects.requireNonNullElse(name.group("ending"), "");
            return Optional.of(
                    new BackupName(name.group("file") + ending, TIME.parse(name.group("time"), Instant::from)));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    /** Such as {@code queue-20261122T124336Z.db} for {@code queue.db}; no two databases of a directory share one. */
    public String text() {
        boolean ends = database.endsWith(ENDING) && !database.equals(ENDING);
        String file = ends ? database.substring(0, database.length() - ENDING.length()) : database;
        return file + "-" + TIME.format(takenAt) + (ends ? ENDING : "");
    }

    @Override
    public int compareTo(BackupName other) {
        return ORDER.compare(this, other);
    }
}
