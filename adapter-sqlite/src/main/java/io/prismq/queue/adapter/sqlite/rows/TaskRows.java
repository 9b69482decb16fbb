package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK;

import io.prismq.queue.adapter.sqlite.session.Lane;
import io.prismq.queue.adapter.sqlite.session.Lanes;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskSpec;
import io.prismq.queue.domain.task.TraceContext;
import io.prismq.queue.domain.task.WorkerId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** Reads tasks from rows. The columns and the calls that read them stand in the same order. */
final class TaskRows {
    static final List<SelectField<?>> COLUMNS = List.of(
            TASK.ID,
            TASK.LANE_ID,
            TASK.PRIORITY,
            TASK.MAX_ATTEMPTS,
            TASK.IDEMPOTENCY_KEY,
            TASK.FINGERPRINT,
            TASK.TRACE_PARENT,
            TASK.STATUS,
            TASK.ATTEMPTS,
            TASK.CLAIM_NO,
            TASK.VERSION,
            TASK.CREATED_AT,
            TASK.RUN_AFTER,
            TASK.EXPIRES_AT,
            TASK.STARTED_AT,
            TASK.FINISHED_AT,
            TASK.WORKER_ID,
            TASK.LEASE_TOKEN,
            TASK.LEASE_MS,
            TASK.LEASE_UNTIL,
            TASK.ATTEMPT_DEADLINE,
            TASK.CLAIM_ID,
            TASK.PROGRESS_PERCENT,
            TASK.PROGRESS_MESSAGE,
            TASK.FAILURE_KIND,
            TASK.FAILURE_MESSAGE);

    private TaskRows() {}

    static Task task(Row row, Lanes lanes) throws SQLException {
        return new Task(
                new TaskId(row.number()),
                spec(row, lanes.get(row.number()).key()),
                Codes.status(row.number()),
                row.count(),
                row.number(),
                row.number(),
                row.time(),
                row.time(),
                row.optionalTime(),
                row.optionalTime(),
                row.optionalTime(),
                lease(row),
                progress(row),
                failure(row));
    }

    /** A task followed by its payload and its result. */
    static StoredTask stored(Row row, Lanes lanes) throws SQLException {
        Task task = task(row, lanes);
        Payload payload = new Payload(row.text());
        String result = row.optionalText();
        return new StoredTask(task, payload, result == null ? null : new Result(result));
    }

    private static TaskSpec spec(Row row, Lane.Key lane) throws SQLException {
        return new TaskSpec(
                lane.type(),
                lane.compatibility(),
                new Priority(row.count()),
                row.count(),
                idempotency(row),
                trace(row));
    }

    private static @Nullable Idempotency idempotency(Row row) throws SQLException {
        String key = row.optionalText();
        String fingerprint = row.optionalText();
        return key == null || fingerprint == null ? null : new Idempotency(key, fingerprint);
    }

    private static @Nullable TraceContext trace(Row row) throws SQLException {
        String parent = row.optionalText();
        return parent == null ? null : new TraceContext(parent);
    }

    private static @Nullable Lease lease(Row row) throws SQLException {
        String worker = row.optionalText();
        String token = row.optionalText();
        long millis = row.number();
        Instant until = row.optionalTime();
        Instant deadline = row.optionalTime();
        String claim = row.optionalText();
        if (worker == null || token == null || until == null || deadline == null) {
            return null;
        }
        return new Lease(
                new WorkerId(worker),
                new LeaseToken(token),
                Duration.ofMillis(millis),
                until,
                deadline,
                claim == null ? null : new ClaimId(claim));
    }

    private static @Nullable Progress progress(Row row) throws SQLException {
        Long percent = row.optionalNumber();
        String message = row.optionalText();
        return percent == null || message == null ? null : new Progress(Math.toIntExact(percent), message);
    }

    private static @Nullable Failure failure(Row row) throws SQLException {
        Long kind = row.optionalNumber();
        String message = row.optionalText();
        return kind == null || message == null ? null : new Failure(Codes.failure(kind), message);
    }
}
