package io.prismq.queue.benchmarks.side;

import io.prismq.queue.domain.port.SystemClock;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tasks of one type, stored, claimed and completed by plain prepared statements: every row that the program writes. */
public final class BareQueue {
    static final int LANE = 1;

    private static final int QUEUED = 1;
    private static final int PROCESSING = 2;
    private static final int COMPLETED = 3;
    private static final int ENQUEUE = 0;
    private static final int CLAIM = 2;
    private static final int COMPLETE = 5;
    private static final String WORKER = "worker-1";
    private static final long LEASE_MILLIS = 30_000;
    private static final long ATTEMPT_MILLIS = 3_600_000;
    private static final String PAYLOAD = "{\"to\":\"ada@example.org\",\"subject\":\"Notes on the engine\"}";

    private final SystemClock clock = new SystemClock();
    private final BareDatabase database;
    private final BareNews news;
    private final PreparedStatement insert;
    private final PreparedStatement candidates;
    private final PreparedStatement load;
    private final PreparedStatement move;
    private final PreparedStatement putResult;
    private final PreparedStatement addAttempt;
    private long lastId;
    private long lastToken;

    /** A task that is held. */
    private record Held(long id, String token, long startedAt) {}

    public BareQueue(BareDatabase database) throws SQLException {
        this.database = database;
        BareNews.update(database.prepare("INSERT INTO lane (id, type, compatibility) VALUES (1, 'bench.drain', '{}')"));
        database.commit();
        this.news = new BareNews(database);
        this.insert = database.prepare("""
                INSERT INTO task (lane_id, status, priority, attempts, max_attempts, claim_no, version, created_at, run_after,
                  expires_at, idempotency_key, fingerprint, trace_parent, payload)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, ?)""");
        this.candidates = database.prepare(
                "SELECT priority, id FROM task WHERE lane_id = ? AND status = 1 ORDER BY priority, id LIMIT ?");
        this.load = database.prepare("SELECT version, attempts, claim_no, payload FROM task WHERE id = ?");
        this.move = database.prepare("""
                UPDATE task SET version = ?, lease_ms = ?, lease_until = ?, attempt_deadline = ?, progress_percent = NULL,
                  progress_message = NULL, status = ?, attempts = 1, claim_no = 1, run_after = run_after, expires_at = NULL,
                  started_at = ?, finished_at = ?, worker_id = ?, lease_token = ?, claim_id = NULL, failure_kind = NULL,
                  failure_message = NULL
                WHERE id = ?""");
        this.putResult = database.prepare("""
                INSERT INTO task_result (task_id, json) VALUES (?, ?)
                ON CONFLICT (task_id) DO UPDATE SET json = excluded.json""");
        this.addAttempt = database.prepare("""
                INSERT INTO attempt (task_id, claim_no, number, worker_id, lease_token, started_at, outcome, status, ended_at,
                  message)
                VALUES (?, 1, 1, ?, ?, ?, 0, 3, ?, NULL)""");
    }

    /** Stores tasks in one commit. */
    public void enqueue(int tasks) throws SQLException {
        long now = now();
        for (int n = 0; n < tasks; n++) {
            BareNews.update(insert, LANE, QUEUED, 100, 0, 5, 0, 0, now, now, PAYLOAD);
            news.happened(now, ENQUEUE, ++lastId, QUEUED, "");
        }
        news.count(QUEUED, tasks);
        news.write(now, ENQUEUE);
        database.commit();
    }

    /** Claims tasks in one commit and completes them in another; false where there are none. */
    public boolean drain(int tasks, String result) throws SQLException {
        List<Held> held = claim(tasks);
        if (!held.isEmpty()) {
            complete(held, result);
        }
        return !held.isEmpty();
    }

    private List<Held> claim(int tasks) throws SQLException {
        long now = now();
        List<Held> held = new ArrayList<>(tasks);
        for (long id : candidates(tasks)) {
            long version = version(id);
            Held task = new Held(id, "%032x".formatted(++lastToken), now);
            BareNews.update(
                    move,
                    version + 1,
                    LEASE_MILLIS,
                    now + LEASE_MILLIS,
                    now + ATTEMPT_MILLIS,
                    PROCESSING,
                    now,
                    null,
                    WORKER,
                    task.token(),
                    id);
            news.happened(now, CLAIM, id, PROCESSING, WORKER);
            held.add(task);
        }
        if (!held.isEmpty()) {
            settle(now, CLAIM, QUEUED, PROCESSING, held.size());
        }
        return held;
    }

    private void complete(List<Held> held, String result) throws SQLException {
        long now = now();
        for (Held task : held) {
            long version = version(task.id());
            BareNews.update(
                    move, version + 1, null, null, null, COMPLETED, task.startedAt(), now, null, null, task.id());
            if (!result.isEmpty()) {
                BareNews.update(putResult, task.id(), result);
            }
            BareNews.update(addAttempt, task.id(), WORKER, task.token(), task.startedAt(), now);
            news.happened(now, COMPLETE, task.id(), COMPLETED, WORKER);
        }
        settle(now, COMPLETE, PROCESSING, COMPLETED, held.size());
    }

    private void settle(long now, int event, int from, int to, int tasks) throws SQLException {
        news.count(from, -tasks);
        news.count(to, tasks);
        news.write(now, event);
        database.commit();
    }

    private List<Long> candidates(int tasks) throws SQLException {
        candidates.setInt(1, LANE);
        candidates.setInt(2, tasks);
        List<Long> ids = new ArrayList<>(tasks);
        try (ResultSet found = candidates.executeQuery()) {
            while (found.next()) {
                ids.add(found.getLong(2));
            }
        }
        return ids;
    }

    private long version(long id) throws SQLException {
        load.setLong(1, id);
        try (ResultSet found = load.executeQuery()) {
            if (!found.next() || found.getString(4) == null) {
                throw new SideException("task %d is gone".formatted(id));
            }
            return found.getLong(1);
        }
    }

    private long now() {
        return clock.now().toEpochMilli();
    }
}
