package io.prismq.queue.adapter.worker;

import io.prismq.queue.adapter.worker.attempt.Attempts;
import io.prismq.queue.adapter.worker.attempt.Workplace;
import io.prismq.queue.adapter.worker.loop.Waits;
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

/** What a worker does, one look at a time. Used by one thread, but for {@link #committed} and {@link #stuckHandlers}. */
final class WorkerCycle {
    /** What the store says after another process changed it. */
    private record Look(List<Task> running, boolean queued) {}

    private final TaskStore store;
    private final Set<TaskType> types;
    private final int slots;
    private final Workplace place;
    private final Attempts attempts;
    private final Room room;
    private final Claims claims;
    private final StuckHandlers stuck;
    private boolean draining;

    WorkerCycle(WorkerQueue queue, WorkerSettings settings, Workplace place, Attempts attempts, Room room) {
        this.store = queue.store();
        this.types = room.types();
        this.room = room;
        this.slots = settings.slots().all();
        this.place = place;
        this.attempts = attempts;
        this.claims = new Claims(place, new ClaimCommands(settings), room, attempts, settings.pollInterval());
        this.stuck = new StuckHandlers(queue.registry(), settings);
    }

    /** Does all that is due, and returns when to look again at the latest; news comes to the mailbox earlier. */
    Instant runOnce() {
        do {
            place.mailbox().handleAll();
            Instant now = place.clock().now();
            attempts.supervise(now);
            attempts.begin(slots);
            watchStuckHandlers();
            room.giveBackLate(now);
            claims.claimIfDue(now);
        } while (!place.mailbox().isEmpty());
        return Waits.earlier(attempts.due(), claims.due());
    }

    /** Takes the store's news on any thread, for the next look. */
    void committed(Commit commit) {
        List<Task> ours = commit.changed().stream()
                .filter(task -> types.contains(task.type()))
                .toList();
        if (!ours.isEmpty()) {
            place.mailbox().post(() -> ours.forEach(this::heard));
        }
        if (commit.foreign() || commit.resumed()) {
            place.mailbox().post(this::askTheStore);
        }
    }

    /** Claims no more, and gives back what waits. */
    void drain() {
        draining = true;
        claims.end();
        attempts.releaseWaiting();
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

    /** How many handlers go on though they were told to end a while ago. */
    int stuckHandlers() {
        return stuck.count();
    }

    /** Others may have a slot for what waits here behind handlers that do not end. */
    private void watchStuckHandlers() {
        stuck.are(attempts.stuck());
        if (stuck.takeEverySlot()) {
            attempts.releaseWaiting();
        }
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
        boolean queued = reads.statistics().counts().cells().stream()
                .anyMatch(cell -> cell.status() == TaskStatus.QUEUED && types.contains(cell.type()));
        return new Look(running, queued);
    }
}
