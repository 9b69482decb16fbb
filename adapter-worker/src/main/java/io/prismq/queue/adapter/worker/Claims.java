package io.prismq.queue.adapter.worker;

import io.prismq.queue.adapter.worker.attempt.Attempts;
import io.prismq.queue.adapter.worker.attempt.Hold;
import io.prismq.queue.adapter.worker.attempt.Workplace;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches as many tasks as there is room for: when there is news of one, and otherwise now and then. */
final class Claims {
    private final Workplace place;
    private final ClaimCommands commands;
    private final Room room;
    private final Attempts attempts;
    private final Duration pollInterval;
    /** The latest news that came while a claim was under way: it may be of a task that the claim is about to bring. */
    private final Map<TaskId, Task> news = new HashMap<>();

    private Instant askedAt = Instant.MIN;
    private boolean wanted = true;
    private @Nullable Fetch underWay;
    private boolean ended;

    Claims(Workplace place, ClaimCommands commands, Room room, Attempts attempts, Duration pollInterval) {
        this.place = place;
        this.commands = commands;
        this.room = room;
        this.attempts = attempts;
        this.pollInterval = pollInterval;
    }

    void claimIfDue(Instant now) {
        if (isTime(now)) {
            Room.Portion portion = room.next();
            if (!portion.isEmpty()) {
                wanted = false;
                askedAt = now;
                underWay = new Fetch(place, commands.of(portion), claimed -> answered(portion, claimed), this::failed);
            }
        }
        if (underWay != null) {
            underWay.askIfDue(now);
        }
    }

    /** When to look again though no news came. */
    Instant due() {
        if (underWay != null) {
            return underWay.due();
        }
        return ended || room.next().isEmpty() ? Instant.MAX : pollAt();
    }

    void heard(Task task) {
        if (task.status() == TaskStatus.QUEUED) {
            want();
        }
        if (underWay != null) {
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
        return underWay != null;
    }

    private boolean isTime(Instant now) {
        return underWay == null && !ended && (wanted || now.isBefore(askedAt) || !now.isBefore(pollAt()));
    }

    private Instant pollAt() {
        return askedAt.plus(pollInterval);
    }

    private void answered(Room.Portion asked, List<StoredTask> claimed) {
        underWay = null;
        place.trouble().over();
        wanted |= room.learn(asked, claimed);
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
            attempts.hold(claimed);
        }
    }

    private void failed(Throwable why) {
        underWay = null;
        news.clear();
        place.trouble().met("claim tasks", why);
    }
}
