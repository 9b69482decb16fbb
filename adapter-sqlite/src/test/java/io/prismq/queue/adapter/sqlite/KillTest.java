package io.prismq.queue.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.care.DatabaseCare;
import io.prismq.queue.adapter.sqlite.rows.Distribution;
import io.prismq.queue.domain.port.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever the process is killed, the file is as before or as after. */
class KillTest {
    private static final int KILLS = Integer.getInteger("prismq.kills", 1);
    private static final int TASKS = 10_000;

    private final Random random = new Random();

    @TempDir
    private Path directory;

    @Test
    void duringAVacuumLosesNothing() throws IOException, InterruptedException {
        Path path = directory.resolve("queue.db");
        try (TestDatabase database = new TestDatabase(path)) {
            Distribution.ALL_FINISHED.store(database.session());
        }
        for (int kill = 0; kill < KILLS; kill++) {
            Victim.killAtWork(random, VacuumLoop.class, path);

            try (DatabaseCare care = DatabaseCare.open(path)) {
                assertThat(care.check()).isEmpty();
                assertThat(care.stats().rows()).containsEntry("task", (long) TASKS);
            }
        }
    }

    @Test
    void duringAMigrationLeavesOneThatTheNextStartFinishes() throws IOException, InterruptedException {
        Path old = directory.resolve("old.db");
        MigrationTest.create(old);
        for (int kill = 0; kill < KILLS; kill++) {
            Path copies = Files.createDirectory(directory.resolve("kill-" + kill));
            Victim.killAtWork(random, MigrationLoop.class, old, copies);

            for (Path copy : databases(copies)) {
                SqliteTaskStore.open(SqliteSettings.of(copy), new SystemClock()).close();
                try (DatabaseCare care = DatabaseCare.open(copy)) {
                    assertThat(care.check()).isEmpty();
                    assertThat(care.stats().rows()).containsEntry("task", 6L);
                }
            }
        }
    }

    private static List<Path> databases(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".db")).toList();
        }
    }
}
