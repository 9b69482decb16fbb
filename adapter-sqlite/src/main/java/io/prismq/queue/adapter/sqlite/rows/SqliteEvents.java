package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.event.Activity;
import io.prismq.queue.domain.event.EventSpan;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.task.TaskEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.tools.json.JSONArray;

/** The event log, as one session sees it. */
final class SqliteEvents {
    private static final long MINUTE = 60_000;
    private static final long SLOTS = 24 * 60;

    /** Something that happened to a task of a lane. */
    record Happened(long laneId, Commit.Change change) {
        List<Object> numbered(long id) {
            return EventRows.values(
                    laneId, QueueEvent.of(id, change.at(), change.event(), change.task(), change.ended(), change.by()));
        }
    }

    private final Session session;

    SqliteEvents(Session session) {
        this.session = session;
    }

    List<QueueEvent> after(long id, int limit) {
        return session.list(EventQueries.AFTER, row -> EventRows.event(row, session.lanes()), id, id, limit);
    }

    EventSpan span() {
        long last = last();
        return new EventSpan(session.first(EventQueries.BEFORE, Row::number).orElse(last), last);
    }

    /** Adds what a commit did, at least one thing, and counts it. */
    void add(List<Happened> news) {
        List<List<Object>> list = new ArrayList<>(news.size());
        Map<TaskEvent, Long> times = new EnumMap<>(TaskEvent.class);
        long id = last();
        for (Happened happened : news) {
            id++;
            list.add(happened.numbered(id));
            times.merge(happened.change().event(), 1L, Long::sum);
        }
        long at = news.get(news.size() - 1).change().at().toEpochMilli();
        session.update(EventQueries.ADD, id, at, news.size(), JSONArray.toJSONString(list));
        long minute = Math.floorDiv(at, MINUTE);
        times.forEach((event, many) ->
                session.update(EventQueries.COUNT, Math.floorMod(minute, SLOTS), Codes.of(event), minute, many));
    }

    int forget(Instant until, long kept, int limit) {
        List<Long> oldest = session.list(
                EventQueries.FORGETTABLE, Row::number, limit, until.toEpochMilli(), Math.max(0, last() - kept));
        return oldest.isEmpty() ? 0 : session.update(EventQueries.FORGET, oldest.get(0));
    }

    List<Activity> activity(Instant since) {
        return session.list(
                EventQueries.SINCE,
                row -> new Activity(
                        Instant.ofEpochMilli(row.number() * MINUTE), Codes.event(row.number()), row.number()),
                Math.floorDiv(since.toEpochMilli(), MINUTE));
    }

    private long last() {
        return session.first(EventQueries.LAST_ID, Row::number).orElse(0L);
    }
}
