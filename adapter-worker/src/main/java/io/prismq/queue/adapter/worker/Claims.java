package io.prismq.queue.adapter.worker;

import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fetches as many tasks as there are free slots: when there is news of one, and otherwise now and then. */
final class Claims {
    private final Workplace place;
    private final Set<TaskType> types;
    private final Attempts attempts;
    /** The latest news that came while a claim was under way: it may be of a task that the claim is about to bring. */
    private final Map<TaskId, Task> news = new HashMap<>();

    private Instant askedAt = Instant.MIN;
    private boolean wanted = true;
    private boolean asking;
    private boolean ended;

    Claims(Workplace place, Set<TaskType> types, Attempts attempts) {
        this.place = place;
        this.types = types;
        this.attempts = attempts;
    }

    void claimIfDue(Instant now) {
        int free = attempts.freeSlots();
        if (!mayClaim() || free < 1 || !(wanted || now.isBefore(askedAt) || !now.isBefore(due()))) {
            return;
        }
        asking = true;
        wanted = false;
        askedAt = now;
        WorkerSettings settings = place.settings();
        ClaimCommand command = new ClaimCommand(
                settings.worker(), new ClaimCriteria(types, settings.capabilities(), free), settings.leaseLength());
        place.ask(execution -> execution.claim(command), claimed -> answered(claimed, free), this::failed);
    }

    /** When to look again though no news came. */
    Instant due() {
        return mayClaim() && attempts.freeSlots() > 0
                ? askedAt.plus(place.settings().pollInterval())
                : Instant.MAX;
    }

    void heard(Task task) {
        if (task.status() == TaskStatus.QUEUED) {
            want();
        }
        if (asking) {
            news.put(task.id(), task);
        }
    }

    /** There may be something to claim. */
    void want() {
        wanted = true;
    }

    /** Claims no more. What a claim under way brings is given back. */
    void end() {
        ended = true;
    }

    boolean isUnderWay() {
        return asking;
    }

    private boolean mayClaim() {
        return !asking && !ended && !types.isEmpty();
    }

    /** A claim that got all it asked for may have left more behind. */
    private void answered(List<StoredTask> claimed, int asked) {
        asking = false;
        place.trouble().over();
        wanted |= claimed.size() == asked;
        claimed.forEach(this::take);
        news.clear();
    }

    private void take(StoredTask claimed) {
        Task latest = news.get(claimed.task().id());
        if (latest != null && Hold.of(claimed).isLostIn(latest)) {
            return;
        }
        if (ended) {
            attempts.giveBack(claimed);
        } else {
            attempts.start(claimed);
        }
    }

    private void failed(Throwable why) {
        asking = false;
        news.clear();
        place.trouble().met("claim tasks", why);
    }
}
