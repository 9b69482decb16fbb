package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.event.EventSpan;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.port.HistoryReads;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to the tasks. Not safe for use by many threads. */
final class Histories implements HistoryReads {
    /** What happened to one task. */
    record History(List<Attempt> attempts, List<LogLine> log) {
        static final History NONE = new History(List.of(), List.of());
    }

    private final Map<TaskId, History> rows = new HashMap<>();
    private final Events events = new Events();
    private final AuditTable audit = new AuditTable();

    Events log() {
        return events;
    }

    History of(TaskId id) {
        return rows.getOrDefault(id, History.NONE);
    }

    void put(TaskId id, History history) {
        rows.put(id, history);
    }

    @Override
    public List<Attempt> attempts(TaskId id) {
        return of(id).attempts();
    }

    @Override
    public Optional<Attempt> attempt(TaskId id, LeaseToken token) {
        return attempts(id).stream()
                .filter(attempt -> attempt.token().equals(token))
                .findFirst();
    }

    @Override
    public List<LogLine> log(TaskId id, long after, int limit) {
        return of(id).log().stream()
                .filter(line -> line.number() > after)
                .limit(limit)
                .toList();
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
    public AuditTable audit() {
        return audit;
    }
}
