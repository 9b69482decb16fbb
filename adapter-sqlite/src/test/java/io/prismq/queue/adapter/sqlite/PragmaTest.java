package io.prismq.queue.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.file.Schema;
import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PragmaTest {
    private static final Map<String, String> NINE = new TreeMap<>(Map.of(
            "journal_mode", "wal",
            "synchronous", "2",
            "busy_timeout", "5000",
            "wal_autocheckpoint", "0",
            "foreign_keys", "1",
            "temp_store", "2",
            "mmap_size", "0",
            "page_size", "4096",
            "cache_size", "-20000"));

    @TempDir
    private Path directory;

    @Test
    void areAllSetOnAConnectionThatWrites() {
        try (TestDatabase database = new TestDatabase(directory.resolve("queue.db"));
                Session session = database.file().connect()) {
            assertThat(readBack(session)).isEqualTo(NINE);
        }
    }

    @Test
    void areAllSetOnAConnectionThatReadsWhichCannotWrite() {
        try (TestDatabase database = new TestDatabase(directory.resolve("queue.db"));
                Session session = database.file().connectForReading()) {
            assertThat(readBack(session)).isEqualTo(NINE);
            assertThat(pragma(session, "query_only")).isEqualTo("1");
        }
    }

    @Test
    void leaveTheDiskToTheSystemWhereThatIsChosen() {
        Path path = directory.resolve("queue.db");
        new TestDatabase(path).close();
        try (Session session = new Connections(path, Durability.NORMAL.name()).open()) {
            assertThat(pragma(session, "synchronous")).isEqualTo("1");
        }
    }

    @Test
    void makeAFileThatCanShrinkAndIsKnownAsOurs() {
        try (TestDatabase database = new TestDatabase(directory.resolve("queue.db"))) {
            assertThat(database.ask("PRAGMA auto_vacuum")).isEqualTo(2);
            assertThat(database.ask("PRAGMA application_id")).isEqualTo(Schema.APPLICATION_ID);
            assertThat(database.ask("PRAGMA user_version")).isEqualTo(Schema.VERSION);
        }
    }

    @Test
    void letTheLogGiveBackWhatItTook() {
        try (TestDatabase database = new TestDatabase(directory.resolve("queue.db"))) {
            assertThat(database.ask("PRAGMA journal_size_limit")).isEqualTo(48 << 20);
        }
    }

    private static Map<String, String> readBack(Session session) {
        Map<String, String> values = new TreeMap<>();
        NINE.keySet().forEach(name -> values.put(name, pragma(session, name)));
        return values;
    }

    private static String pragma(Session session, String name) {
        return session.ask("PRAGMA " + name, Row::text).get(0);
    }
}
