package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.Objects;

/**
 * This worker's hold on a task.
 *
 * @param task as it was claimed
 * @param lease as it was given
 */
record Hold(Task task, Lease lease) {
    static Hold of(StoredTask claimed) {
        Task task = claimed.task();
        return new Hold(task, Objects.requireNonNull(task.lease(), "a claimed task has a lease"));
    }

    TaskId id() {
        return task.id();
    }

    LeaseToken token() {
        return lease.token();
    }

    Instant deadline() {
        return lease.deadline();
    }

    /** Whether the news says that the hold has ended. News from before the claim, which may come late, says nothing. */
    boolean isLostIn(Task news) {
        Lease current = news.lease();
        return news.id().equals(task.id())
                && news.version() > task.version()
                && (current == null || !current.token().equals(lease.token()));
    }

    @Override
    public String toString() {
        return "task %s (%s, attempt %d)".formatted(task.id(), task.type(), task.attempts());
    }
}
