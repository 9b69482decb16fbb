package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Claim;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.Transition;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tasks, and what happens to them, in the words of the domain. Unless a test says otherwise all of it is at NOW. */
public final class Tasks {
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    public static final TaskType TYPE = new TaskType("email");
    public static final Skills SKILLS = new Skills(Set.of(TYPE), Capabilities.NONE);
    public static final WorkerId WORKER = new WorkerId("worker-1");
    public static final LeaseToken TOKEN = new LeaseToken("0123456789abcdef0123456789abcdef");
    public static final LeaseToken OTHER_TOKEN = new LeaseToken("fedcba9876543210fedcba9876543210");
    public static final By BY = new By("key 0123456789ab", "192.0.2.1");
    public static final Duration LEASE = Duration.ofSeconds(30);
    public static final Duration TIMEOUT = Duration.ofHours(1);

    private Tasks() {}

    public static TaskBuilder aTask() {
        return new TaskBuilder();
    }

    /** A claim of {@link #WORKER} with {@link #TOKEN}, for {@link #LEASE} and at most {@link #TIMEOUT}. */
    public static Claim aClaim() {
        return new Claim(WORKER, TOKEN, LEASE, TIMEOUT, null);
    }

    /** A task that came to the status along the shortest legal way. */
    public static Task in(TaskStatus status) {
        return bring(
                status == TaskStatus.SCHEDULED
                        ? aTask().delay(Duration.ofMinutes(1)).withId(1)
                        : aTask().withId(1),
                status);
    }

    /**
     * Takes a task that was just enqueued along the shortest legal way.
     *
     * @param fresh queued, or scheduled where it shall stay so
     */
    public static Task bring(Task fresh, TaskStatus status) {
        return switch (status) {
            case SCHEDULED, QUEUED -> fresh;
            case PROCESSING -> moved(fresh.claim(aClaim(), NOW));
            case COMPLETED -> moved(bring(fresh, TaskStatus.PROCESSING).complete(TOKEN, NOW));
            case FAILED ->
                moved(bring(fresh, TaskStatus.PROCESSING)
                        .fail(TOKEN, Failure.rejected("no such address"), Duration.ZERO, NOW));
            case CANCELLED -> moved(fresh.cancel(NOW));
        };
    }

    /** The task afterwards, where a test takes it for granted that the event happens. */
    public static Task moved(Transition transition) {
        return happened(transition).task();
    }

    /** Stores a task as a test wants it to be, whatever brought it there. */
    public static Task save(TaskTransaction tx, Task task) {
        Task before = tx.find(task.id()).orElse(task);
        return tx.save(new Transition.Moved(before, task, eventBefore(task.status()), Optional.empty()));
    }

    /** The news of a commit that brought the task to where it is. */
    public static Commit commitOf(Task task) {
        Commit.Change change = new Commit.Change(NOW, eventBefore(task.status()), task, Optional.empty(), null);
        return new Commit(List.of(change), false, 1, Duration.ZERO);
    }

    /** All that the event did, where a test takes it for granted that it happens. */
    public static Transition.Moved happened(Transition transition) {
        return transition.fold(moved -> moved, refusal -> {
            throw new AssertionError("the event was refused: " + refusal);
        });
    }

    private static TaskEvent eventBefore(TaskStatus status) {
        return switch (status) {
            case SCHEDULED -> TaskEvent.FAIL;
            case QUEUED -> TaskEvent.DUE;
            case PROCESSING -> TaskEvent.CLAIM;
            case COMPLETED -> TaskEvent.COMPLETE;
            case FAILED -> TaskEvent.EXPIRE;
            case CANCELLED -> TaskEvent.CANCEL;
        };
    }
}
