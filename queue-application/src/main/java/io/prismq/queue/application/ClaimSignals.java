package io.prismq.queue.application;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.ClaimOrder;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Wakes those who wait for a task to claim: for each task that is queued one who can run it, in turn, however many wait.
 * Listens to the store from its construction until it is closed.
 */
public final class ClaimSignals implements AutoCloseable {
    /** How many tasks of another process are looked for at a time, and how many characters of payload. */
    private static final int LOOK = 100;

    private static final long LOOK_BYTES = 1 << 20;

    private final ClaimWaiters waiters = new ClaimWaiters();
    private final Executor threads = WakeThreads.executor();
    private final ForeignNews foreignNews = new ForeignNews(threads, this::askTheStore);
    private final TaskStore store;
    private final TaskStore.Subscription subscription;
    private final AtomicBoolean moreMayBeThere = new AtomicBoolean();

    public ClaimSignals(TaskStore store) {
        this.store = store;
        this.subscription = store.subscribe(this::committed);
    }

    /** A place among those who wait. */
    ClaimWaiters.Ticket enter(Skills skills) {
        return waiters.enter(skills);
    }

    /** Gives up the place, with what the latest look brought; empty where that look failed. */
    void leave(ClaimWaiters.Ticket ticket, Optional<List<StoredTask>> got) {
        ticket.leave(got);
        if (moreMayBeThere.get() && got.filter(tasks -> !tasks.isEmpty()).isPresent()) {
            foreignNews.committed();
        }
    }

    /** Where those who were woken go on: the threads that wake have other work. */
    Executor threads() {
        return threads;
    }

    /** Ends every wait at once, also those that begin later: a process that stops is not held up by anybody's wait. */
    @Override
    public void close() {
        subscription.close();
        waiters.close();
    }

    private void committed(Commit commit) {
        if (waiters.isEmpty()) {
            return;
        }
        for (Task task : commit.changed()) {
            if (task.status() == TaskStatus.QUEUED) {
                waiters.wake(ClaimNews.of(task));
            }
        }
        if (commit.foreign() || commit.resumed()) {
            foreignNews.committed();
        }
    }

    private void askTheStore() {
        moreMayBeThere.set(false);
        Set<TaskId> told = new HashSet<>();
        for (Skills skills : waiters.skills()) {
            for (ClaimNews news : claimable(skills)) {
                if (news.task().map(Task::id).map(told::add).orElse(true)) {
                    waiters.wake(news);
                }
            }
        }
    }

    /** Where the store cannot say, one is woken to ask, and be told why, for itself. */
    private List<ClaimNews> claimable(Skills skills) {
        try {
            List<StoredTask> tasks = store.read(reads -> reads.offers()
                    .claimable(new ClaimCriteria(skills, ClaimOrder.PRIORITY, Optional.empty(), LOOK, LOOK_BYTES)));
            if (isFull(tasks)) {
                moreMayBeThere.set(true);
            }
            return tasks.stream().map(StoredTask::task).map(ClaimNews::of).toList();
        } catch (TaskStoreException cannotSay) {
            return List.of(ClaimNews.unknown(skills));
        }
    }

    private static boolean isFull(List<StoredTask> tasks) {
        return tasks.size() == LOOK
                || tasks.stream().mapToLong(StoredTask::characters).sum() >= LOOK_BYTES;
    }
}
