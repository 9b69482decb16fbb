package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.adapter.sqlite.TestDatabase.unit;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.rows.Codes;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.AttemptOutcome;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.Transition;
import io.prismq.queue.domain.testing.Tasks;
import io.prismq.queue.domain.worker.Worker;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The views of attempts, logs and workers that a person asks in the sqlite3 shell. */
class HistoryViewTest {
    private final TestDatabase database;

    HistoryViewTest(@TempDir Path directory) {
        database = new TestDatabase(directory.resolve("queue.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(AttemptOutcome.class)
    void showsEachOutcomeAsAWord(AttemptOutcome outcome) {
        run(tx -> tx.save((Transition.Moved) processing(tx).complete(Tasks.TOKEN, NOW)));
        database.session().execute("UPDATE attempt SET outcome = " + Codes.of(outcome));

        assertThat(ask("SELECT outcome || ' ' || ended_at_utc FROM task_attempts"))
                .containsExactly(outcome.word() + " 2026-01-01T00:00:00.000Z");
    }

    @Test
    void showsTheAttemptThatRunsWithoutAnEnd() {
        run(HistoryViewTest::processing);

        assertThat(ask("SELECT worker_id || ' ' || started_at_utc FROM task_attempts WHERE ended_at_utc IS NULL"))
                .containsExactly(WORKER.value() + " 2026-01-01T00:00:00.000Z");
    }

    @Test
    void showsNobodyTheTokenOfALease() {
        assertThat(ask("SELECT name FROM pragma_table_info('task_attempts')")).doesNotContain("lease_token");
    }

    @ParameterizedTest
    @EnumSource(LogLevel.class)
    void showsEachLevelAsAWord(LogLevel level) {
        run(tx -> {
            Task task = tx.insert(aTask().build());
            tx.history().append(task.id(), List.of(LogEntry.of(NOW, level, "hello")));
            return task;
        });

        assertThat(ask("SELECT log_id || ' ' || at_utc || ' ' || level || ' ' || message FROM task_logs"))
                .containsExactly("1 2026-01-01T00:00:00.000Z " + level.word() + " hello");
    }

    @Test
    void showsWorkersAndHowMuchTheyRun() {
        run(tx -> {
            tx.workers()
                    .put(new Worker(WORKER, Set.of(new TaskType("b"), new TaskType("a")), "{\"gpu\":1}", NOW, NOW, 0));
            return processing(tx);
        });

        assertThat(ask("SELECT worker_id || ' ' || types || ' ' || last_seen_utc || ' ' || running_tasks FROM workers"))
                .containsExactly("worker-1 a,b 2026-01-01T00:00:00.000Z 1");
    }

    private static Task processing(TaskTransaction tx) {
        return Tasks.save(tx, Tasks.bring(tx.insert(aTask().build()), TaskStatus.PROCESSING));
    }

    private void run(Function<TaskTransaction, Task> work) {
        database.commit(List.of(unit(work)));
    }

    private List<String> ask(String question) {
        return database.session().ask(question, Row::text);
    }
}
