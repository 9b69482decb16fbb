package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Lane;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.event.Activity;
import io.prismq.queue.domain.port.StatisticsReads;
import io.prismq.queue.domain.port.StoreFill;
import io.prismq.queue.domain.task.TaskCounts;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one session sees of all tasks at once: kept counts, and one seek for each lane. */
final class SqliteStatistics implements StatisticsReads {
    private final Session session;
    private final SqliteFill fill;

    SqliteStatistics(Session session) {
        this(session, new SqliteFill(session, new BatchTotal(new Changes()), new Changes()));
    }

    SqliteStatistics(Session session, SqliteFill fill) {
        this.session = session;
        this.fill = fill;
    }

    @Override
    public StoreFill fill() {
        return fill;
    }

    @Override
    public TaskCounts counts() {
        Map<TaskType, Map<TaskStatus, Long>> sums = new TreeMap<>();
        session.list(
                TaskQueries.COUNTS,
                row -> sums.computeIfAbsent(
                                session.lanes().get(row.number()).key().type(), type -> new TreeMap<>())
                        .merge(Codes.status(row.number()), row.number(), Long::sum));
        return new TaskCounts(sums.entrySet().stream()
                .flatMap(type -> type.getValue().entrySet().stream()
                        .map(status -> new TaskCounts.Cell(type.getKey(), status.getKey(), status.getValue())))
                .toList());
    }

    @Override
    public List<Activity> activity(Instant since) {
        return new SqliteEvents(session).activity(since);
    }

    @Override
    public Map<TaskType, Instant> oldestQueued() {
        Map<TaskType, Instant> oldest = new TreeMap<>();
        for (Lane lane : session.lanes().all()) {
            session.first(TaskQueries.OLDEST_QUEUED_IN_LANE, Row::time, lane.id())
                    .ifPresent(created -> oldest.merge(
                            lane.key().type(), created, (one, other) -> one.isBefore(other) ? one : other));
        }
        return oldest;
    }
}
