package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.event.EventSpan;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.port.AuditLog;
import io.prismq.queue.domain.port.TaskHistory;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.testing.Histories.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one unit of work sees of the history and adds to it. */
final class InMemoryHistory implements TaskHistory {
    private final Histories histories;
    private final Deque<Runnable> undo;
    private @Nullable By by;

    InMemoryHistory(Histories histories, Deque<Runnable> undo) {
        this.histories = histories;
        this.undo = undo;
    }

    @Override
    public void add(Attempt ended) {
        History before = histories.of(ended.taskId());
        List<Attempt> attempts = new ArrayList<>(before.attempts());
        attempts.add(ended);
        put(ended.taskId(), new History(latest(attempts, Attempt.KEPT), before.log()));
    }

    @Override
    public void append(TaskId id, List<LogEntry> entries) {
        History before = histories.of(id);
        List<LogLine> log = new ArrayList<>(before.log());
        for (LogEntry entry : entries) {
            long last = log.isEmpty() ? 0 : log.get(log.size() - 1).number();
            log.add(new LogLine(last + 1, entry));
        }
        put(id, new History(before.attempts(), latest(log, LogLine.KEPT)));
    }

    @Override
    public void by(By asking) {
        by = asking;
    }

    @Nullable
    By by() {
        return by;
    }

    void delete(TaskId id) {
        put(id, History.NONE);
    }

    @Override
    public List<Attempt> attempts(TaskId id) {
        return histories.attempts(id);
    }

    @Override
    public Optional<Attempt> attempt(TaskId id, LeaseToken token) {
        return histories.attempt(id, token);
    }

    @Override
    public List<LogLine> log(TaskId id, long after, int limit) {
        return histories.log(id, after, limit);
    }

    @Override
    public List<QueueEvent> events(long after, int limit) {
        return histories.events(after, limit);
    }

    @Override
    public EventSpan events() {
        return histories.events();
    }

    @Override
    public int forgetEvents(Instant until, long kept, int limit) {
        List<QueueEvent> forgotten = histories.log().forget(until, kept, limit);
        undo.push(() -> histories.log().takeBack(forgotten));
        return forgotten.size();
    }

    @Override
    public AuditLog audit() {
        return new InMemoryAudit(histories.audit(), undo);
    }

    private void put(TaskId id, History after) {
        History before = histories.of(id);
        histories.put(id, after);
        undo.push(() -> histories.put(id, before));
    }

    private static <E> List<E> latest(List<E> all, int kept) {
        return List.copyOf(all.subList(Math.max(0, all.size() - kept), all.size()));
    }
}
