package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.ATTEMPT;
import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK_LOG;

import io.prismq.queue.adapter.sqlite.session.Column;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.WorkerId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Rows of the history. The columns and the calls that read them stand in the same order. */
final class HistoryRows {
    /** An attempt, and how it ended. */
    record Ended(Attempt attempt, Attempt.End end) {
        static Ended of(Attempt attempt) {
            Attempt.End end = attempt.end();
            if (end == null) {
                throw new IllegalArgumentException("an attempt that still runs is not history");
            }
            return new Ended(attempt, end);
        }
    }

    /** A line of a task's log. */
    record Logged(TaskId task, LogLine line) {}

    static final List<Column<Ended>> ENDED = List.of(
            new Column<>(ATTEMPT.TASK_ID, it -> it.attempt().taskId().value()),
            new Column<>(ATTEMPT.CLAIM_NO, it -> it.attempt().claimNo()),
            new Column<>(ATTEMPT.NUMBER, it -> it.attempt().number()),
            new Column<>(ATTEMPT.WORKER_ID, it -> it.attempt().worker().value()),
            new Column<>(ATTEMPT.LEASE_TOKEN, it -> it.attempt().token().value()),
            new Column<>(ATTEMPT.STARTED_AT, it -> it.attempt().startedAt().toEpochMilli()),
            new Column<>(ATTEMPT.OUTCOME, it -> Codes.of(it.end().outcome())),
            new Column<>(ATTEMPT.STATUS, it -> Codes.of(it.end().status())),
            new Column<>(ATTEMPT.ENDED_AT, it -> it.end().at().toEpochMilli()),
            new Column<>(ATTEMPT.MESSAGE, it -> it.end().message()));

    static final List<Column<Logged>> LOGGED = List.of(
            new Column<>(TASK_LOG.TASK_ID, it -> it.task().value()),
            new Column<>(TASK_LOG.LINE, it -> it.line().number()),
            new Column<>(TASK_LOG.AT, it -> it.line().entry().at().toEpochMilli()),
            new Column<>(TASK_LOG.LEVEL, it -> Codes.of(it.line().entry().level())),
            new Column<>(TASK_LOG.MESSAGE, it -> it.line().entry().message()),
            new Column<>(TASK_LOG.DETAILS, it -> it.line().entry().details()));

    private HistoryRows() {}

    static Attempt attempt(Row row) throws SQLException {
        return new Attempt(
                new TaskId(row.number()),
                row.number(),
                row.count(),
                new WorkerId(row.text()),
                new LeaseToken(row.text()),
                row.time(),
                end(row));
    }

    /** A line without the task that it belongs to. */
    static LogLine line(Row row) throws SQLException {
        return new LogLine(row.number(), entry(row));
    }

    private static Attempt.End end(Row row) throws SQLException {
        return new Attempt.End(Codes.outcome(row.number()), Codes.status(row.number()), row.time(), row.optionalText());
    }

    private static LogEntry entry(Row row) throws SQLException {
        Instant at = row.time();
        return new LogEntry(at, Codes.level(row.number()), row.text(), row.optionalText());
    }
}
