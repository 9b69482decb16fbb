package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Column;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.event.EventSpan;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.port.TaskHistory;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The history of tasks, as one session sees it. */
final class SqliteHistory implements TaskHistory {
    private final Session session;
    private final SqliteEvents events;

    SqliteHistory(Session session) {
        this.session = session;
        this.events = new SqliteEvents(session);
    }

    @Override
    public List<Attempt> attempts(TaskId id) {
        return session.list(HistoryQueries.ATTEMPTS, HistoryRows::attempt, id.value());
    }

    @Override
    public Optional<Attempt> attempt(TaskId id, LeaseToken token) {
        return session.first(HistoryQueries.ATTEMPT_WITH_TOKEN, HistoryRows::attempt, id.value(), token.value());
    }

    @Override
    public List<LogLine> log(TaskId id, long after, int limit) {
        return session.list(HistoryQueries.LINES, HistoryRows::line, id.value(), after, limit);
    }

    @Override
    public List<QueueEvent> events(long after, int limit) {
        return events.after(after, limit);
    }

    @Override
    public EventSpan events() {
        return events.span();
    }

    @Override
    public int forgetEvents(Instant until, long kept, int limit) {
        return events.forget(until, kept, limit);
    }

    @Override
    public SqliteAudit audit() {
        return new SqliteAudit(session);
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
