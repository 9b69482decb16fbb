package io.prismq.queue.adapter.worker.upkeep;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the one who waits for a time, earlier when a commit brings something that is due before it. */
final class Alarm {
    private final Semaphore news = new Semaphore(0);
    private volatile Instant at = Instant.MIN;

    /** From now on, what is due before this time is news. */
    void set(Instant time) {
        at = time;
    }

    Instant at() {
        return at;
    }

    /** Another process does not tell what it changed, so its commits always wake. */
    void committed(Commit commit) {
        Instant planned = at;
        if (commit.foreign() || commit.changed().stream().anyMatch(task -> isDueBefore(planned, task))) {
            news.release();
        }
    }

    /**
     * Waits for news, or until the wait is over.
     *
     * @return whether there was news
     */
    boolean await(Duration wait) throws InterruptedException {
        boolean woken = news.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
        return woken;
    }

    private static boolean isDueBefore(Instant planned, Task task) {
        return task.status() == TaskStatus.SCHEDULED && task.runAfter().isBefore(planned);
    }
}
