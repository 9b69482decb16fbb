package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.PauseLimitException;
import io.prismq.queue.domain.port.TaskOffers;
import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one unit of work sees of the offers and changes in them. */
final class InMemoryOffers implements TaskOffers {
    private final Offers offers;
    private final Instant now;
    private final Deque<Runnable> undo;
    private boolean resumed;

    InMemoryOffers(Offers offers, Instant now, Deque<Runnable> undo) {
        this.offers = offers;
        this.now = now;
        this.undo = undo;
    }

    boolean hasResumed() {
        return resumed;
    }

    @Override
    public boolean pause(TaskType type) {
        if (offers.isPaused(type)) {
            return false;
        }
        if (offers.pausedTypes() == MAX_PAUSED) {
            throw new PauseLimitException();
        }
        return set(type, now);
    }

    @Override
    public boolean resume(TaskType type) {
        boolean changed = offers.isPaused(type) && set(type, null);
        resumed |= changed;
        return changed;
    }

    @Override
    public List<StoredTask> claimable(ClaimCriteria criteria) {
        return offers.claimable(criteria);
    }

    @Override
    public List<Priority> levels(Skills skills) {
        return offers.levels(skills);
    }

    @Override
    public List<StoredTask> held(WorkerId worker, ClaimId claim) {
        return offers.held(worker, claim);
    }

    @Override
    public Map<TaskType, Instant> paused() {
        return offers.paused();
    }

    private boolean set(TaskType type, @Nullable Instant since) {
        Instant before = offers.setPaused(type, since);
        undo.push(() -> offers.setPaused(type, before));
        return true;
    }
}
