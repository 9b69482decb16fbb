package io.prismq.queue.adapter.sqlite.backup;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.EVENT_LOG;
import static io.prismq.queue.adapter.sqlite.session.Column.place;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.prismq.queue.adapter.sqlite.commit.Batch;
import io.prismq.queue.adapter.sqlite.commit.WriteUnit;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;

/** Cuts a restored database off from what happened after its backup: nobody holds a lease, and no id comes twice. */
final class Fence {
    /** How far ids jump ahead of the highest that is known: they were given out after the backup. */
    static final long SKIPPED_IDS = 1_000_000;

    private static final int LEASES_OF_A_UNIT = 500;

    /** Later than the end of any lease. */
    private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** SQLite's own table: https://www.sqlite.org/autoinc.html. */
    private static final Table<?> SEQUENCE = table(name("sqlite_sequence"));

    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<Long> REACHED = field(name("seq"), Long.class);

    private static final Query FORGET = deleteFrom(SEQUENCE).where(NAME.eq(place(NAME)));

    private static final Query BEGIN =
            insertInto(SEQUENCE).columns(NAME, REACHED).values(place(NAME), place(REACHED));

    private static final Query FORGET_EVENTS = deleteFrom(EVENT_LOG);

    private static final String SEQUENCES = "SELECT name, seq FROM sqlite_sequence";

    private static final String COUNTED_TABLES =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'";

    private final Session session;
    private final Clock clock;

    Fence(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** The highest id that each table has given out. */
    static Map<String, Long> reached(Session session) {
        Map<String, Long> reached = new HashMap<>();
        session.ask(SEQUENCES, row -> reached.put(row.text(), row.number()));
        return reached;
    }

    /** Gives every running task back, without costing it the attempt; says how many. */
    long endLeases() {
        long ended = 0;
        int some;
        do {
            some = write(Fence::endSome);
            ended += some;
        } while (some > 0);
        return ended;
    }

    /** No table gives out an id again that it, or the one that it replaces, can have given out before. */
    void skipIds(Map<String, Long> replaced) {
        Map<String, Long> here = reached(session);
        for (String table : session.ask(COUNTED_TABLES, Row::text)) {
            long known = here.getOrDefault(table, 0L);
            long beyond = replaced.getOrDefault(table, 0L);
            long next = Math.max(known, beyond > TaskId.MAX / 2 ? 0 : beyond) + SKIPPED_IDS;
            session.update(FORGET, table);
            session.update(BEGIN, table, next);
        }
    }

    /** Whoever followed the events begins anew: what was told since the backup has not happened. */
    void forgetEvents() {
        session.update(FORGET_EVENTS);
    }

    private static int endSome(TaskTransaction tx) {
        List<Task> running = tx.ripe(Timer.LEASE, END_OF_TIME, LEASES_OF_A_UNIT);
        running.forEach(task -> end(task, tx));
        return running.size();
    }

    private static void end(Task task, TaskTransaction tx) {
        Lease lease = Objects.requireNonNull(task.lease());
        Task released = task.release(lease.token(), Duration.ZERO, tx.now()).fold(tx::save, refused -> {
            throw new IllegalStateException("a lease cannot be ended: " + refused);
        });
        tx.history()
                .append(
                        released.id(),
                        List.of(LogEntry.of(
                                tx.now(),
                                LogLevel.WARN,
                                "The database was restored from a backup: the attempt of worker %s is over."
                                        .formatted(lease.worker()))));
    }

    private int write(Function<TaskTransaction, Integer> work) {
        WriteUnit<Integer> unit = new WriteUnit<>(work, 0);
        new Batch(session, clock, List.of(unit)).commit();
        unit.acknowledge();
        return unit.answer().join();
    }
}
