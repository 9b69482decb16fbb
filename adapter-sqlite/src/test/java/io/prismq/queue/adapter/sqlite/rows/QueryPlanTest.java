package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.rows.ClaimQueries.BY_PRIORITY;
import static io.prismq.queue.adapter.sqlite.rows.TaskQueries.NEWEST_IN_LANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.care.Statistics;
import io.prismq.queue.adapter.sqlite.session.Lanes;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.Timer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No hot statement may cost more when more tasks are stored: https://www.sqlite.org/eqp.html. Whatever SQLite knows of the
 * values that are stored, its plans stay the same.
 */
@ParameterizedClass
@EnumSource(Distribution.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class QueryPlanTest {
    @Parameter
    Distribution distribution;

    private TestDatabase database;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void open(@TempDir Path directory) {
        Path path = directory.resolve("queue.db");
        try (TestDatabase unknown = new TestDatabase(path)) {
            distribution.store(unknown.session());
            Statistics.optimize(unknown.session());
        }
        database = new TestDatabase(path);
    }

    @AfterParameterizedClassInvocation(injectArguments = false)
    void close() {
        database.close();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("hotStatements")
    void seeksByAnIndexAndSortsNothing(String name, String index, Query query) {
        List<String> plan = plan(query);

        assertThat(plan).as(name).noneMatch(step -> step.contains("SCAN"));
        assertThat(plan).as(name).noneMatch(step -> step.contains("TEMP B-TREE"));
        assertThat(plan).as(name).anyMatch(step -> step.contains(index));
    }

    static Stream<Arguments> hotStatements() {
        String byId = "INTEGER PRIMARY KEY (rowid";
        return Stream.of(
                arguments("find", byId, TaskQueries.FIND),
                arguments("load", byId, TaskQueries.LOAD),
                arguments("find by key", "task_idempotency (idempotency_key=?", TaskQueries.FIND_BY_KEY),
                arguments("list", byId, TaskQueries.NEWEST),
                arguments(
                        "search by key",
                        "task_idempotency (idempotency_key>? AND idempotency_key<?",
                        TaskQueries.BY_KEY_PREFIX),
                arguments("search by time", byId, TaskQueries.NEXT_BORN),
                arguments("whether a type is paused", "PRIMARY KEY (type=?", PauseQueries.IS_PAUSED),
                arguments("resume", "PRIMARY KEY (type=?", PauseQueries.RESUME),
                arguments("list by type and status", "task_list (lane_id=? AND status=?", NEWEST_IN_LANE),
                arguments("claim by priority", "task_claim (lane_id=? AND priority>? AND priority<?", BY_PRIORITY),
                arguments("claim the oldest", "task_list (lane_id=? AND status=? AND id<?", ClaimQueries.OLDEST),
                arguments("claim the newest", "task_list (lane_id=? AND status=? AND id>?", NEWEST_IN_LANE),
                arguments(
                        "claim the newest of a level",
                        "task_claim (lane_id=? AND priority=? AND id>?",
                        ClaimQueries.NEWEST_OF_LEVEL),
                arguments("held", "task_held (worker_id=? AND claim_id=?", ClaimQueries.HELD),
                arguments("oldest", "task_list (lane_id=? AND status=?", TaskQueries.OLDEST_QUEUED_IN_LANE),
                arguments(
                        "promote",
                        "task_due (run_after<?",
                        TimerQueries.of(Timer.DUE).ripe()),
                arguments(
                        "end leases",
                        "task_lease (lease_until<?",
                        TimerQueries.of(Timer.LEASE).ripe()),
                arguments(
                        "expire",
                        "task_expiry (expires_at>? AND expires_at<?",
                        TimerQueries.of(Timer.EXPIRY).ripe()),
                arguments("finished", "task_finished (lane_id=? AND status=? AND finished_at<?", TaskQueries.FINISHED),
                arguments("move", byId, TaskWrites.MOVE),
                arguments("renew", byId, TaskWrites.RENEW),
                arguments("delete", byId, TaskWrites.DELETE),
                arguments("count", "PRIMARY KEY (lane_id=? AND status=?", TaskWrites.ADD_TO_COUNT),
                arguments("new lanes", byId, Lanes.NEWER),
                arguments("attempts", "PRIMARY KEY (task_id=?", HistoryQueries.ATTEMPTS),
                arguments("attempt with token", "PRIMARY KEY (task_id=?", HistoryQueries.ATTEMPT_WITH_TOKEN),
                arguments("forget attempts", "PRIMARY KEY (task_id=? AND claim_no<?", HistoryQueries.FORGET_ATTEMPTS),
                arguments("log", "PRIMARY KEY (task_id=? AND line>?", HistoryQueries.LINES),
                arguments("last line", "PRIMARY KEY (task_id=?", HistoryQueries.LAST_LINE),
                arguments("forget lines", "PRIMARY KEY (task_id=? AND line<?", HistoryQueries.FORGET_LINES),
                arguments("forget events", byId, EventQueries.FORGET),
                arguments("audit", byId, AuditQueries.LIST),
                arguments("audit by actor", "audit_log_actor (actor=?", AuditQueries.BY_ACTOR),
                arguments("audit by action", "audit_log_action (action=?", AuditQueries.BY_ACTION),
                arguments("audit by both", "audit_log_a", AuditQueries.BY_BOTH),
                arguments("forget audit", byId, AuditQueries.FORGET),
                arguments("strike off", "PRIMARY KEY (id=?", WorkerQueries.REMOVE));
    }

    /** The first entry of an index that holds nothing but the tasks on the timer. */
    @ParameterizedTest
    @CsvSource({"DUE,task_due", "LEASE,task_lease", "EXPIRY,task_expiry"})
    void looksAtTheFirstEntryOfTheTimersIndex(Timer timer, String index) {
        List<String> plan = plan(TimerQueries.of(timer).next());

        assertThat(plan).hasSize(1).allMatch(step -> step.contains(index));
    }

    /** A seek for each priority that there is, however many tasks have it. */
    @Test
    void skipsFromLevelToLevel() {
        List<String> plan = plan(ClaimQueries.LEVELS);

        assertThat(plan)
                .filteredOn(step -> step.contains(" task "))
                .containsExactly("SEARCH task USING COVERING INDEX task_claim (lane_id=? AND priority>?)");
        assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    /** As many rows as are asked for, out of an index that holds nothing but what runs. */
    @Test
    void findsWhatRunsWithoutLookingAtTasks() {
        assertThat(plan(WorkerQueries.RUNNING)).containsExactly("SCAN task USING COVERING INDEX task_lease");
    }

    @Test
    void listsWorkersWithoutSortingThem() {
        assertThat(plan(WorkerQueries.ALL)).containsExactly("SCAN worker");
    }

    /** From the commit that holds the next event on, in the order in which they are kept. */
    @Test
    void followsEventsFromWhereTheReaderStands() {
        assertThat(plan(EventQueries.AFTER))
                .containsExactly(
                        "SEARCH event_log USING INTEGER PRIMARY KEY (rowid>?)", "SCAN element VIRTUAL TABLE INDEX 1:");
    }

    /** As many rows as there are lanes and statuses, however many tasks there are. */
    @Test
    void countsWithoutLookingAtTasks() {
        assertThat(plan(TaskQueries.COUNTS)).containsExactly("SCAN lane_count");
    }

    private List<String> plan(Query query) {
        return database.session().ask("EXPLAIN QUERY PLAN " + Session.sql(query), row -> {
            row.number();
            row.number();
            row.number();
            return row.text();
        });
    }
}
