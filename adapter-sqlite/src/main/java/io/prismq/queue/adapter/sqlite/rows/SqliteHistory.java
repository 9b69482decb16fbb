package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.event.EventSpan;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.port.HistoryReads;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;
import java.util.Optional;

/** The history of tasks, as one session sees it. */
class SqliteHistory implements HistoryReads {
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
    public SqliteAudit audit() {
        return new SqliteAudit(session);
    }
}
