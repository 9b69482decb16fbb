package io.prismq.queue.adapter.sqlite.backup;

import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.aClaim;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.file.Schema;
import io.prismq.queue.domain.event.EventSpan;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.AttemptOutcome;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.Refusal;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {
    private static final TaskId FIRST = new TaskId(1);

    private final Scene scene;

    RestoreTest(@TempDir Path directory) {
        scene = new Scene(directory);
    }

    @Test
    void bringsBackWhatTheBackupHoldsAndKeepsWhatItReplaces() {
        scene.holding(3);
        SqliteBackup.take(scene.database(), scene.backup());
        scene.replacedBy(5);

        Restored restored = scene.restore();

        Path kept = scene.directory().resolve("queue.db.replaced-20260101T000000Z");
        assertThat(restored).isEqualTo(new Restored(3, 0, Optional.of(kept)));
        assertThat(new SingleFile(kept).verify()).isEqualTo(5);
        assertThat(scene.files())
                .containsExactly(
                        "copy.db", "copy.db.sha256", "queue.db", "queue.db.lock", "queue.db.replaced-20260101T000000Z");
        assertThat(scene.tasks()).isEqualTo(3);
    }

    @Test
    void needsNoDatabaseToReplace() {
        scene.holding(2);
        SqliteBackup.take(scene.database(), scene.backup());
        Scene elsewhere = new Scene(scene.directory().resolve("a/b"));

        new SqliteRestore(elsewhere.database(), () -> Tasks.NOW).restore(scene.backup(), Optional.empty());

        assertThat(elsewhere.tasks()).isEqualTo(2);
    }

    @Test
    void takesAChecksumThatIsNamedWhereNoneIsBeside() throws IOException {
        scene.holding(2);
        String sha256 = SqliteBackup.take(scene.database(), scene.backup()).sha256();
        Files.delete(Checksum.fileOf(scene.backup()));

        new SqliteRestore(scene.database(), () -> Tasks.NOW).restore(scene.backup(), Optional.of(sha256));

        assertThat(scene.tasks()).isEqualTo(2);
    }

    @Test
    void endsEveryLeaseSoThatNobodyFromBeforeCanSettle() {
        try (SqliteTaskStore store = scene.open()) {
            store.write(tx -> tx.save(happened(tx.insert(aTask().build()).claim(aClaim(), tx.now()))))
                    .toCompletableFuture()
                    .join();
            store.backups(scene.backups()).create(Scene.NAME);
        }
        Path backup = scene.backups().resolve(Scene.NAME.text());

        assertThat(new SqliteRestore(scene.database(), () -> Tasks.NOW)
                        .restore(backup, Optional.empty())
                        .endedLeases())
                .isEqualTo(1);

        Task task = scene.ask(reads -> reads.find(FIRST)).orElseThrow();
        assertThat(task.status()).isEqualTo(TaskStatus.QUEUED);
        assertThat(task.attempts()).isZero();
        Refusal refusal = task.complete(TOKEN, Tasks.NOW).fold(moved -> null, refused -> refused);
        assertThat(refusal).isEqualTo(Refusal.LEASE_LOST);
        List<Attempt> attempts = scene.ask(reads -> reads.history().attempts(FIRST));
        assertThat(attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.worker()).isEqualTo(Tasks.WORKER);
            assertThat(attempt.end()).extracting(Attempt.End::outcome).isEqualTo(AttemptOutcome.RELEASED);
        });
        List<LogLine> log = scene.ask(reads -> reads.history().log(FIRST, 0, 10));
        assertThat(log)
                .singleElement()
                .satisfies(line -> assertThat(line.entry().message())
                        .contains("restored from a backup")
                        .contains(Tasks.WORKER.value()));
    }

    @Test
    void givesNoIdThatMayHaveBeenGivenOutSinceTheBackup() {
        scene.holding(3);
        SqliteBackup.take(scene.database(), scene.backup());
        Scene.execute(scene.database(), "UPDATE sqlite_sequence SET seq = 5000000 WHERE name = 'task'");

        scene.restore();

        assertThat(scene.insertedNext().id().value()).isEqualTo(5_000_000 + Fence.SKIPPED_IDS + 1);
    }

    @Test
    void skipsIdsAlsoWhereTheBackupHadGivenOutNone() throws IOException {
        scene.holding(0);
        SqliteBackup.take(scene.database(), scene.backup());
        Files.delete(scene.database());

        scene.restore();

        assertThat(scene.insertedNext().id().value()).isEqualTo(Fence.SKIPPED_IDS + 1);
    }

    @Test
    void tellsEverybodyWhoFollowedEventsToBeginAnew() {
        scene.holding(2);
        SqliteBackup.take(scene.database(), scene.backup());
        scene.holding(1);
        EventSpan before = scene.ask(reads -> reads.history().events());

        scene.restore();

        EventSpan after = scene.ask(reads -> reads.history().events());
        assertThat(before).isEqualTo(new EventSpan(0, 3));
        LongStream.rangeClosed(1, 3)
                .forEach(heard -> assertThat(after.follows(heard)).isFalse());
        scene.insertedNext();
        List<QueueEvent> events = scene.ask(reads -> reads.history().events(0, 10));
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.id()).isGreaterThan(Fence.SKIPPED_IDS));
    }

    @Test
    void bringsAnOlderSchemaToTodays() {
        Path old = scene.directory().resolve("old.db");
        Scene.execute(old, "PRAGMA application_id = " + Schema.APPLICATION_ID);
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + old, null, null)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target("1")
                .load()
                .migrate();
        Scene.execute(old, "PRAGMA user_version = 1");
        SqliteBackup.take(old, scene.backup());
        assertThat(new SingleFile(scene.backup()).verify()).isZero();

        scene.restore();

        try (TestDatabase database = new TestDatabase(scene.database())) {
            assertThat(database.ask("PRAGMA user_version")).isEqualTo(Schema.VERSION);
        }
    }

    @Test
    void keepsADamagedDatabaseAsItIsWithItsLog() throws IOException {
        scene.holding(3);
        SqliteBackup.take(scene.database(), scene.backup());
        Path log = Siblings.of(scene.database(), "-wal");
        // SQLite would delete the log beside it.
        Files.writeString(scene.database(), "a letter");
        Files.writeString(log, "and its postscript");

        Path kept = scene.restore().replaced().orElseThrow();

        assertThat(kept).hasContent("a letter");
        assertThat(Siblings.of(kept, "-wal")).hasContent("and its postscript");
        assertThat(log).doesNotExist();
        assertThat(scene.tasks()).isEqualTo(3);
    }

    @Test
    void keepsWhatACrashLeftInTheLogOfWhatItReplaces() throws IOException {
        scene.holding(3);
        SqliteBackup.take(scene.database(), scene.backup());
        Scene crashed = new Scene(Files.createDirectory(scene.directory().resolve("crashed")));
        try (SqliteTaskStore store = scene.open()) {
            Scene.insert(store, 4);
            for (String file : new String[] {"queue.db", "queue.db-wal"}) {
                Files.copy(scene.directory().resolve(file), crashed.directory().resolve(file));
            }
        }

        Path kept = new SqliteRestore(crashed.database(), () -> Tasks.NOW)
                .restore(scene.backup(), Optional.empty())
                .replaced()
                .orElseThrow();

        assertThat(new SingleFile(kept).verify()).isEqualTo(7);
        assertThat(crashed.tasks()).isEqualTo(3);
    }
}
