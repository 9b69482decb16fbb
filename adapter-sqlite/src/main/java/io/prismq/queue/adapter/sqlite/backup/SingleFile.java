package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.adapter.sqlite.care.Soundness;
import io.prismq.queue.adapter.sqlite.file.Schema;
import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreSchemaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A database that no process of ours uses.
 *
 * @param toldAs the file that errors name
 */
record SingleFile(Path path, Path toldAs) {
    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    SingleFile(Path path) {
        this(path, path);
    }

    /**
     * Moves what a log beside the file holds into it, so that all stands in one file; whoever serves it next begins a
     * log again.
     *
     * @throws StoreBusyException if another program has it open
     */
    void settle() {
        try (Session session = open()) {
            session.execute("PRAGMA busy_timeout = 1000");
            session.execute("PRAGMA journal_mode = DELETE");
        } catch (StoreBusyException used) {
            throw new StoreBusyException(
                    "%s is open in another program, such as a shell of SQLite; close it first.".formatted(toldAs),
                    used);
        } catch (StoreCorruptException broken) {
            throw unreadable(broken);
        }
    }

    /**
     * Looks whether this is a database of PrismQ, of this version or an older one, sound in its structure, and with
     * counters that are true. Reads everything.
     *
     * @return how many tasks it holds
     * @throws StoreCorruptException if it is not
     * @throws StoreSchemaException if its schema is newer
     */
    long verify() {
        try (Session session = open()) {
            requireOurs(session);
            requireSound(session);
            return tasks(session);
        } catch (StoreCorruptException broken) {
            throw broken.getCause() == null ? broken : unreadable(broken);
        }
    }

    /** How many tasks it holds, by its counters. */
    long tasks() {
        try (Session session = open()) {
            return tasks(session);
        }
    }

    /**
     * Whether it begins as databases do (https://www.sqlite.org/fileformat.html#magic_header_string): SQLite deletes the
     * log beside a file that does not.
     */
    boolean hasHeader() {
        try (InputStream file = Files.newInputStream(path)) {
            return Arrays.equals(file.readNBytes(HEADER.length), HEADER);
        } catch (IOException unreadable) {
            throw Disk.failure(path, unreadable);
        }
    }

    /** Whether it is sound, as far as a look can tell, and belongs to another program. */
    boolean isForeign() {
        try (Session session = open()) {
            return Schema.isForeign(session);
        }
    }

    /** The highest id that each table has given out. */
    Map<String, Long> reached() {
        try (Session session = open()) {
            return Fence.reached(session);
        }
    }

    private Session open() {
        return new Connections(path).openUntouched();
    }

    private void requireOurs(Session session) {
        if (session.number("PRAGMA application_id") != Schema.APPLICATION_ID) {
            throw refused("is not a database of PrismQ");
        }
        long version = session.number("PRAGMA user_version");
        if (version > Schema.VERSION) {
            throw new StoreSchemaException("%s has schema version %d, this program knows %d; use the newer program."
                    .formatted(toldAs, version, Schema.VERSION));
        }
        if (version < 1) {
            throw refused("is a database that was never finished");
        }
    }

    private void requireSound(Session session) {
        List<String> findings = session.ask("PRAGMA integrity_check(10)", Row::text);
        if (!findings.equals(List.of("ok"))) {
            throw refused("is damaged (%s)".formatted(findings.get(0)));
        }
        if (!Soundness.hasTrueCounts(session)) {
            throw refused("has counters that do not fit its tasks");
        }
    }

    private static long tasks(Session session) {
        return session.number("SELECT coalesce(sum(tasks), 0) FROM lane_count");
    }

    private StoreCorruptException unreadable(StoreCorruptException cause) {
        return new StoreCorruptException(refusal("is not a database, or it is damaged"), cause);
    }

    private StoreCorruptException refused(String why) {
        return new StoreCorruptException(refusal(why));
    }

    private String refusal(String why) {
        return "%s %s; use another backup.".formatted(toldAs, why);
    }
}
