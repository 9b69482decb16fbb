package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Column;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.port.TaskHistory;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.List;

/** The history of tasks, inside a unit of work. */
final class SqliteTaskHistory extends SqliteHistory implements TaskHistory {
    private final Session session;
    private final Changes changes;

    SqliteTaskHistory(Session session, Changes changes) {
        super(session);
        this.session = session;
        this.changes = changes;
    }

    @Override
    public void by(By by) {
        changes.by(by);
    }

    @Override
    public int forgetEvents(Instant until, long kept, int limit) {
        return new SqliteEvents(session).forget(until, kept, limit);
    }

    @Override
    public void add(Attempt ended) {
        session.update(HistoryQueries.ADD_ATTEMPT, Column.values(HistoryRows.ENDED, HistoryRows.Ended.of(ended)));
        if (ended.claimNo() > Attempt.KEPT) {
            session.update(HistoryQueries.FORGET_ATTEMPTS, ended.taskId().value(), ended.claimNo() - Attempt.KEPT);
        }
    }

    @Override
    public void append(TaskId id, List<LogEntry> entries) {
        long last =
                session.first(HistoryQueries.LAST_LINE, Row::number, id.value()).orElse(0L);
        for (LogEntry entry : entries) {
            last++;
            session.update(
                    HistoryQueries.ADD_LINE,
                    Column.values(HistoryRows.LOGGED, new HistoryRows.Logged(id, new LogLine(last, entry))));
        }
        if (last > LogLine.KEPT) {
            session.update(HistoryQueries.FORGET_LINES, id.value(), last - LogLine.KEPT);
        }
    }
}
