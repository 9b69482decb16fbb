package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.rows.SqliteEvents.Happened;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What units of work changed; counts and events are gathered in memory, so that a commit writes each once. */
public final class Changes {
    private final List<Happened> happened = new ArrayList<>();
    private final Map<LaneStatus, Long> counts = new HashMap<>();
    private boolean resumed;
    private @Nullable By by;

    /** Who asked for what comes from now on. */
    void by(By asking) {
        by = asking;
    }

    void inserted(Instant at, long laneId, Task task) {
        happened.add(new Happened(laneId, new Commit.Change(at, TaskEvent.ENQUEUE, task, Optional.empty(), by)));
        count(laneId, task.status(), 1);
    }

    void saved(Instant at, long laneId, TaskStatus before, Task task, Transition.Moved moved) {
        happened.add(new Happened(laneId, new Commit.Change(at, moved.event(), task, moved.ended(), by)));
        if (before != task.status()) {
            count(laneId, before, -1);
            count(laneId, task.status(), 1);
        }
    }

    void deleted(Instant at, long laneId, Task task) {
        happened.add(new Happened(laneId, new Commit.Change(at, TaskEvent.DELETE, task, Optional.empty(), by)));
        count(laneId, task.status(), -1);
    }

    /** A type that was paused is claimed again. */
    void resumed() {
        resumed = true;
    }

    public boolean hasResumed() {
        return resumed;
    }

    public void add(Changes others) {
        resumed |= others.resumed;
        happened.addAll(others.happened);
        others.counts.forEach((place, change) -> counts.merge(place, change, Long::sum));
    }

    /** How many more tasks there are than before. */
    public long growth() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public List<Commit.Change> inOrder() {
        return happened.stream().map(Happened::change).toList();
    }

    /** Writes the counts and the events; the last thing that a transaction does. */
    public void write(Session session) {
        TaskWrites writes = new TaskWrites(session);
        counts.forEach((place, change) -> {
            if (change != 0) {
                writes.addToCount(place, change);
            }
        });
        List<Happened> news = happened.stream()
                .filter(thing -> thing.change().event().isNews())
                .toList();
        if (!news.isEmpty()) {
            new SqliteEvents(session).add(news);
        }
    }

    private void count(long laneId, TaskStatus status, long change) {
        counts.merge(new LaneStatus(laneId, status), change, Long::sum);
    }
}
