package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** What a worker does, one look at a time. Used by one thread, but for {@link #committed}. */
final class WorkerCycle {
    /** What the store says after another process changed it. */
    private record Look(List<Task> running, boolean queued) {}

    private final TaskStore store;
    private final Set<TaskType> types;
    private final Workplace place;
    private final Attempts attempts;
    private final Claims claims;
    private boolean draining;

    WorkerCycle(TaskStore store, HandlerRegistry handlers, Workplace place, Executor threads) {
        this.store = store;
        this.types = handlers.types();
        this.place = place;
        this.attempts = new Attempts(place, handlers, threads);
        this.claims = new Claims(place, types, attempts);
    }

    /** Does all that is due, and returns when to look again at the latest; news comes to the mailbox earlier. */
    Instant runOnce() {
        do {
            place.mailbox().handleAll();
            Instant now = place.clock().now();
            attempts.supervise(now);
            claims.claimIfDue(now);
        } while (!place.mailbox().isEmpty());
        Instant attemptsDue = attempts.due();
        Instant claimsDue = claims.due();
        return attemptsDue.isBefore(claimsDue) ? attemptsDue : claimsDue;
    }

    /** Takes the store's news on any thread, for the next look. */
    void committed(Commit commit) {
        List<Task> ours = commit.changed().stream()
                .filter(task -> types.contains(task.type()))
                .toList();
        if (!ours.isEmpty()) {
            place.mailbox().post(() -> ours.forEach(this::heard));
        }
        if (commit.foreign()) {
            place.mailbox().post(this::askTheStore);
        }
    }

    /** Claims no more. */
    void drain() {
        draining = true;
        claims.end();
    }

    /** Interrupts what still runs, and gives its tasks back. */
    void releaseAll() {
        attempts.releaseAll();
    }

    /** Whether nothing is claimed any more, and all that was claimed is settled. */
    boolean isDrained() {
        return draining && !claims.isUnderWay() && unsettled() == 0;
    }

    /** How many attempts the store has not heard the end of. */
    int unsettled() {
        return attempts.unsettled().size();
    }

    private void heard(Task news) {
        attempts.heard(news);
        claims.heard(news);
    }

    private void askTheStore() {
        try {
            Look look = store.read(this::look);
            look.running().forEach(this::heard);
            if (look.queued()) {
                claims.want();
            }
        } catch (TaskStoreException cannotSay) {
            place.trouble().met("see what another process changed", cannotSay);
        }
    }

    private Look look(TaskReads reads) {
        List<Task> running = attempts.unsettled().stream()
                .flatMap(id -> reads.find(id).stream())
                .toList();
        boolean queued = reads.counts().cells().stream()
                .anyMatch(cell -> cell.status() == TaskStatus.QUEUED && types.contains(cell.type()));
        return new Look(running, queued);
    }
}
