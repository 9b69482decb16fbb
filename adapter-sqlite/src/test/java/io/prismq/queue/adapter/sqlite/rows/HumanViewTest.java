package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.TestDatabase.unit;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The view that a person asks in the sqlite3 shell. */
class HumanViewTest {
    private final TestDatabase database;

    HumanViewTest(@TempDir Path directory) {
        database = new TestDatabase(directory.resolve("queue.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(TaskStatus.class)
    void showsEachStatusAsAWord(TaskStatus status) {
        store(status);

        assertThat(column("status")).containsExactly(status.word());
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void showsEachFailureAsAWord(FailureKind kind) {
        store(TaskStatus.FAILED);
        database.session().execute("UPDATE task SET failure_kind = " + Codes.of(kind));

        assertThat(column("failure_kind")).containsExactly(kind.word());
    }

    @Test
    void showsTimesInUtc() {
        store(TaskStatus.QUEUED);

        assertThat(column("created_at_utc")).containsExactly("2026-01-01T00:00:00.000Z");
    }

    @Test
    void showsWhatIsOftenAskedOfTheJson() {
        database.commit(List.of(unit(tx -> tx.insert(aTask().requires("\"region\":\"eu\"")
                .payload("{\"format\":\"mp4\"}")
                .build()))));

        assertThat(column("region || ' ' || format")).containsExactly("eu mp4");
    }

    @Test
    void showsALongPayloadLikeAShortOne() {
        String payload = "{\"format\":\"" + "x".repeat(TaskColumns.INLINE_PAYLOAD) + "\"}";
        database.commit(List.of(unit(tx -> tx.insert(aTask().payload(payload).build()))));

        assertThat(column("payload")).containsExactly(payload);
        assertThat(database.ask("SELECT count(*) FROM task_payload")).isEqualTo(1);
    }

    private List<String> column(String name) {
        return database.session().ask("SELECT " + name + " FROM task_queue", Row::text);
    }

    private void store(TaskStatus status) {
        database.commit(List.of(unit(tx -> {
            Task fresh = tx.insert(
                    status == TaskStatus.SCHEDULED
                            ? aTask().delay(Duration.ofMinutes(1)).build()
                            : aTask().build());
            Task brought = Tasks.bring(fresh, status);
            return brought.status() == fresh.status() ? fresh : Tasks.save(tx, brought);
        })));
    }
}
