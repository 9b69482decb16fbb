package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.file.Schema;
import io.prismq.queue.adapter.sqlite.rows.Codes;
import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.Transition;
import io.prismq.queue.domain.testing.Tasks;
import io.prismq.queue.domain.worker.RunningTask;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that the first version made goes on to be used: here it holds a task in each status. */
class MigrationTest {
    private static final String TASKS = """
            INSERT INTO task (lane_id, status, priority, attempts, max_attempts, claim_no, version, created_at, run_after,
              payload, started_at, worker_id, lease_token, lease_ms, lease_until, attempt_deadline)
            SELECT 1, s, 100, 2, 5, 3, 7, now, now, '{"to":"x"}', iif(s >= 2, now, NULL), iif(s = 2, '%s', NULL),
              iif(s = 2, '%s', NULL), iif(s = 2, 60000, NULL), iif(s = 2, now + 60000, NULL), iif(s = 2, now + 90000, NULL)
            FROM (SELECT column1 AS s, %d AS now FROM (VALUES (0), (1), (2), (3), (4), (5)))
            """.formatted(WORKER.value(), TOKEN.value(), NOW.toEpochMilli());

    private final SqliteTaskStore store;

    MigrationTest(@TempDir Path directory) {
        Path path = directory.resolve("queue.db");
        create(path);
        store = SqliteTaskStore.open(SqliteSettings.of(path), () -> NOW);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(TaskStatus.class)
    void findsTheTasksOfEachStatus(TaskStatus status) {
        StoredTask found = store.read(reads -> reads.load(id(status))).orElseThrow();

        assertThat(found.task().status()).isEqualTo(status);
        assertThat(found.task().type().value()).isEqualTo("email");
        assertThat(found.task().createdAt()).isEqualTo(NOW);
        assertThat(found.payload().json()).isEqualTo("{\"to\":\"x\"}");
        assertThat(store.<Long>read(reads -> reads.statistics().counts().of(status)))
                .isEqualTo(1);
        assertThat(attempts(status)).isEmpty();
    }

    @Test
    void letsWhoHoldsATaskSettleIt() {
        Task settled = store.write(tx -> Tasks.save(
                        tx,
                        Tasks.moved(
                                tx.find(id(TaskStatus.PROCESSING)).orElseThrow().complete(TOKEN, NOW))))
                .toCompletableFuture()
                .join();

        assertThat(settled.status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void keepsTheAttemptThatRan() {
        Task running =
                store.read(reads -> reads.find(id(TaskStatus.PROCESSING))).orElseThrow();
        Transition.Moved done = (Transition.Moved) running.complete(TOKEN, NOW);
        store.<Task>write(tx -> tx.save(done)).toCompletableFuture().join();

        assertThat(attempts(TaskStatus.PROCESSING)).containsExactly(done.ended().orElseThrow());
        assertThat(attempts(TaskStatus.PROCESSING)).extracting(Attempt::claimNo).containsExactly(3L);
    }

    @Test
    void stillWatchesTheLeases() {
        Optional<Instant> next = store.read(reads -> reads.next(Timer.LEASE));
        List<RunningTask> running = store.read(reads -> reads.workers().running(10));

        assertThat(next).contains(NOW.plus(Duration.ofMinutes(1)));
        assertThat(running).containsExactly(new RunningTask(WORKER, id(TaskStatus.PROCESSING)));
    }

    @Test
    void claimsWhatIsQueued() {
        List<StoredTask> offered = store.read(reads -> reads.offers().claimable(ClaimCriteria.of(Tasks.SKILLS, 10)));

        assertThat(offered).extracting(stored -> stored.task().id()).containsExactly(id(TaskStatus.QUEUED));
    }

    @Test
    void leavesASoundFile() {
        assertThat(store.quickCheck()).isEmpty();
    }

    private List<Attempt> attempts(TaskStatus status) {
        return store.read(reads -> reads.history().attempts(id(status)));
    }

    /** Status codes begin with zero, ids with one. */
    private static TaskId id(TaskStatus status) {
        return new TaskId(Codes.of(status) + 1);
    }

    /** As the first version did it. */
    static void create(Path path) {
        Connections connections = new Connections(path);
        try (Session session = connections.openUntouched()) {
            List.of("page_size = 4096", "auto_vacuum = INCREMENTAL", "application_id = " + Schema.APPLICATION_ID)
                    .forEach(pragma -> session.execute("PRAGMA " + pragma));
        }
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + path, null, null)
                .target("1")
                .load()
                .migrate();
        try (Session session = connections.open()) {
            session.execute("PRAGMA user_version = 1");
            session.execute("INSERT INTO lane VALUES (1, 'email', '{}')");
            session.execute(TASKS);
            session.execute(
                    "INSERT INTO lane_count SELECT lane_id, status, count(*) FROM task GROUP BY lane_id, status");
        }
    }
}
