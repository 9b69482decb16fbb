package io.prismq.queue.adapter.worker;

import io.prismq.queue.adapter.worker.attempt.Attempts;
import io.prismq.queue.adapter.worker.attempt.Hold;
import io.prismq.queue.adapter.worker.attempt.Workplace;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches as many tasks as there is room for: when there is news of one, or room for a type that may have more, and
 * otherwise now and then.
 */
final class Claims {
    private final Workplace place;
    private final ClaimCommands commands;
    private final Room room;
    private final Attempts attempts;
    private final Duration pollInterval;
    /** The latest news that came while a claim was under way: it may be of a task that the claim is about to bring. */
    private final Map<TaskId, Task> news = new HashMap<>();
    /** The types of which there may be something to claim, as soon as there is room for it. */
    private final Set<TaskType> wanted;

    private Instant askedAt = Instant.MIN;
    private @Nullable Fetch underWay;
    private boolean ended;

    Claims(Workplace place, ClaimCommands commands, Room room, Attempts attempts, Duration pollInterval) {
        this.place = place;
        this.commands = commands;
        this.room = room;
        this.wanted = new HashSet<>(room.types());
        this.attempts = attempts;
        this.pollInterval = pollInterval;
    }

    void claimIfDue(Instant now) {
        if (mayAsk()) {
            claimIfWanted(room.next(), now);
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
        return mayAsk() && !room.next().isEmpty() ? askedAt.plus(pollInterval) : Instant.MAX;
    }

    void heard(Task task) {
        if (task.status() == TaskStatus.QUEUED) {
            wanted.add(task.type());
        }
        if (underWay != null) {
            news.put(task.id(), task);
        }
    }

    /** There may be something to claim of every type. */
    void want() {
        wanted.addAll(room.types());
    }

    /** Claims no more. What a claim under way brings is given back; one that nobody learns of is soon given up. */
    void end() {
        ended = true;
        if (underWay != null) {
            underWay.hurry();
        }
    }

    boolean isUnderWay() {
        return underWay != null;
    }

    private boolean mayAsk() {
        return underWay == null && !ended && room.isOpen();
    }

    private void claimIfWanted(Room.Portion portion, Instant now) {
        if (!portion.isEmpty() && (isWanted(portion) || isTime(now))) {
            wanted.removeAll(portion.types());
            askedAt = now;
            underWay = new Fetch(place, commands.of(portion), claimed -> answered(portion, claimed), this::failed);
        }
    }

    private boolean isWanted(Room.Portion portion) {
        return portion.types().stream().anyMatch(wanted::contains);
    }

    private boolean isTime(Instant now) {
        return now.isBefore(askedAt) || !now.isBefore(askedAt.plus(pollInterval));
    }

    private void answered(Room.Portion asked, List<StoredTask> claimed) {
        underWay = null;
        place.trouble().over();
        if (room.learn(asked, claimed)) {
            wanted.addAll(asked.types());
        }
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
