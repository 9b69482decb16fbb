package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Session;

/** What a database may hold: tasks by lane and status, each with an attempt and a line. */
public enum Distribution {
    NOTHING(0, 0, "1"),
    ONE_TASK(1, 1, "1"),
    ALL_QUEUED(10_000, 1, "1"),
    ALL_FINISHED(10_000, 1, "3"),
    IN_MANY_LANES(10_000, 2000, "number % 6");

    private static final String NUMBERS =
            "(WITH RECURSIVE c (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM c WHERE number < %d) %s)";

    private static final String TASKS = """
            INSERT INTO task (lane_id, status, priority, attempts, max_attempts, claim_no, version, created_at, run_after,
              expires_at, started_at, finished_at, worker_id, lease_token, lease_ms, lease_until, attempt_deadline,
              idempotency_key, payload, claim_id)
            SELECT 1 + number %% %d, status, 1 + number %% 10, 1, 5, 1, 1, number, number,
              iif(number %% 3 = 0, number, NULL), number, iif(status > 2, number, NULL), iif(status = 2, 'w', NULL),
              iif(status = 2, 't', NULL), iif(status = 2, 1, NULL), iif(status = 2, number, NULL),
              iif(status = 2, number, NULL), iif(number %% 4 = 0, 'key' || number, NULL), '{}',
              iif(status = 2, 'claim' || number, NULL)
            FROM %s""";

    private final int tasks;
    private final int lanes;
    private final String status;

    Distribution(int tasks, int lanes, String status) {
        this.tasks = tasks;
        this.lanes = lanes;
        this.status = status;
    }

    public void store(Session session) {
        if (tasks > 0) {
            session.execute("BEGIN");
            session.runToItsEnd("INSERT INTO lane SELECT number, 'type' || number, '{}' FROM "
                    + NUMBERS.formatted(lanes, "SELECT number FROM c"));
            session.runToItsEnd(TASKS.formatted(
                    lanes, NUMBERS.formatted(tasks, "SELECT number, %s AS status FROM c".formatted(status))));
            session.runToItsEnd("INSERT INTO lane_count SELECT lane_id, status, count(*) FROM task GROUP BY 1, 2");
            session.runToItsEnd("INSERT INTO attempt SELECT id, 1, 1, 'w', 't', 1, 1, 0, 1, NULL FROM task");
            session.runToItsEnd("INSERT INTO task_log SELECT id, 1, 1, 1, 'line', NULL FROM task");
            session.runToItsEnd("INSERT INTO worker VALUES ('w', 'type1', '{}', 1, 1, 0)");
            session.execute("COMMIT");
        }
    }
}
