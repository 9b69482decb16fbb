package io.prismq.queue.benchmarks.side;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a commit of the program writes beside the tasks: its events in one row, their number by minute, the counts. */
final class BareNews {
    private static final long MINUTE = 60_000;
    private static final long SLOTS = 24 * 60;

    private final BareDatabase database;
    private final PreparedStatement addEvents;
    private final PreparedStatement countEvents;
    private final PreparedStatement addToCount;
    private final PreparedStatement beginCount;
    private final StringBuilder list = new StringBuilder();
    private int events;

    BareNews(BareDatabase database) throws SQLException {
        this.database = database;
        this.addEvents = database.prepare("INSERT INTO event_log (last_id, at, events, list) VALUES (?, ?, ?, ?)");
        this.countEvents = database.prepare("""
                INSERT INTO activity (slot, event, minute, times) VALUES (?, ?, ?, ?)
                ON CONFLICT (slot, event) DO UPDATE SET
                  times = CASE WHEN minute = excluded.minute THEN times + excluded.times ELSE excluded.times END,
                  minute = excluded.minute""");
        this.addToCount = database.prepare("UPDATE lane_count SET tasks = tasks + ? WHERE lane_id = ? AND status = ?");
        this.beginCount = database.prepare("INSERT INTO lane_count (tasks, lane_id, status) VALUES (?, ?, ?)");
    }

    /** An event of the commit, with the worker where there is one. */
    void happened(long at, int event, long task, int status, String worker) {
        list.append(events++ == 0 ? "[[" : ",[")
                .append(at)
                .append(',')
                .append(event)
                .append(',')
                .append(BareQueue.LANE)
                .append(',')
                .append(task)
                .append(',')
                .append(status)
                .append(worker.isEmpty() ? ",0]" : ",1,\"" + worker + "\"]");
    }

    /** Writes what happened; all of it was the same event. */
    void write(long at, int event) throws SQLException {
        long last = database.number("SELECT seq FROM sqlite_sequence WHERE name = 'event_log'");
        update(addEvents, last + events, at, events, list.append(']').toString());
        long minute = at / MINUTE;
        update(countEvents, minute % SLOTS, event, minute, events);
        list.setLength(0);
        events = 0;
    }

    void count(int status, int change) throws SQLException {
        if (update(addToCount, change, BareQueue.LANE, status) == 0) {
            update(beginCount, change, BareQueue.LANE, status);
        }
    }

    static int update(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
        return statement.executeUpdate();
    }
}
