package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.PauseLimitException;
import io.prismq.queue.domain.port.TaskOffers;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;

/** What workers are offered, inside a unit of work. */
final class SqliteTaskOffers extends SqliteOffers implements TaskOffers {
    private final Session session;
    private final Instant now;
    private final Changes changes;

    SqliteTaskOffers(Session session, SqliteReads tasks, Instant now, Changes changes) {
        super(session, tasks);
        this.session = session;
        this.now = now;
        this.changes = changes;
    }

    @Override
    public boolean pause(TaskType type) {
        boolean paused = session.update(PauseQueries.PAUSE, type.value(), now.toEpochMilli()) > 0;
        if (paused && session.list(PauseQueries.COUNT, Row::count).get(0) > MAX_PAUSED) {
            throw new PauseLimitException();
        }
        return paused;
    }

    @Override
    public boolean resume(TaskType type) {
        boolean resumed = session.update(PauseQueries.RESUME, type.value()) > 0;
        if (resumed) {
            changes.resumed();
        }
        return resumed;
    }
}
