package io.prismq.queue.application;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Wakes those who wait for a task to claim: for each task that is queued one who can run it, in turn, however many wait.
 * Listens to the store from its construction until it is closed.
 */
public final class ClaimSignals implements AutoCloseable {
    /** How many tasks of another process are looked for, for those who wait with the same skills. */
    private static final int LOOK = 100;

    private final Set<Ticket> open = new HashSet<>();
    private final Map<TaskType, Set<Ticket>> armed = new HashMap<>();
    private final Executor threads = WakeThreads.executor();
    private final ForeignNews foreignNews = new ForeignNews(threads, this::askTheStore);
    private final TaskStore store;
    private final TaskStore.Subscription subscription;
    private boolean closed;

    public ClaimSignals(TaskStore store) {
        this.store = store;
        this.subscription = store.subscribe(this::committed);
    }

    /** A place among those who wait. */
    synchronized Ticket open(Skills skills) {
        Ticket ticket = new Ticket(skills);
        open.add(ticket);
        if (closed) {
            ticket.end();
        }
        return ticket;
    }

    /** Where those who were woken go on: the threads that wake have other work. */
    Executor threads() {
        return threads;
    }

    /** Ends every wait at once, also those that begin later: a process that stops is not held up by anybody's wait. */
    @Override
    public synchronized void close() {
        closed = true;
        subscription.close();
        Set.copyOf(open).forEach(Ticket::end);
    }

    private synchronized void committed(Commit commit) {
        if (armed.isEmpty()) {
            return;
        }
        for (Task task : commit.changed()) {
            if (task.status() == TaskStatus.QUEUED) {
                wake(task.type(), skills -> skills.suit(task.type(), task.spec().compatibility()));
            }
        }
        if (commit.foreign()) {
            foreignNews.committed();
        }
    }

    private void askTheStore() {
        for (Skills skills : waitingSkills()) {
            int tasks = claimable(skills);
            synchronized (this) {
                for (int task = 0; task < tasks; task++) {
                    wakeAny(skills);
                }
            }
        }
    }

    private synchronized Set<Skills> waitingSkills() {
        Set<Skills> waiting = new HashSet<>();
        armed.values().forEach(tickets -> tickets.forEach(ticket -> waiting.add(ticket.skills)));
        return waiting;
    }

    /** Where the store cannot say, whoever is woken is told why. */
    private int claimable(Skills skills) {
        try {
            return store.<Integer>read(
                    reads -> reads.claimable(ClaimCriteria.of(skills, LOOK)).size());
        } catch (TaskStoreException cannotSay) {
            return 1;
        }
    }

    private void wakeAny(Skills skills) {
        for (TaskType type : skills.types()) {
            if (wake(type, skills::equals)) {
                return;
            }
        }
    }

    private boolean wake(TaskType type, Predicate<Skills> wanted) {
        for (Ticket ticket : armed.getOrDefault(type, Set.of())) {
            if (wanted.test(ticket.skills)) {
                ticket.wake(true);
                return true;
            }
        }
        return false;
    }

    /** One who waits. Woken at most once each time that it is armed. */
    final class Ticket {
        private final Skills skills;
        private CompletableFuture<Boolean> signal = new CompletableFuture<>();
        private boolean ended;

        private Ticket(Skills skills) {
            this.skills = skills;
        }

        /** From now on it can be woken: completes with whether there is reason to look again. */
        CompletableFuture<Boolean> arm() {
            synchronized (ClaimSignals.this) {
                signal = new CompletableFuture<>();
                if (ended) {
                    signal.complete(false);
                } else {
                    skills.types()
                            .forEach(type -> armed.computeIfAbsent(type, key -> new LinkedHashSet<>())
                                    .add(this));
                }
                return signal;
            }
        }

        /** The wait is over. */
        void end() {
            synchronized (ClaimSignals.this) {
                ended = true;
                wake(false);
            }
        }

        /** Leaves. Another takes its place where it was woken and did not look: the task that woke it may be there yet. */
        void close() {
            synchronized (ClaimSignals.this) {
                end();
                open.remove(this);
                if (signal.getNow(false)) {
                    skills.types().forEach(type -> ClaimSignals.this.wake(type, others -> true));
                }
            }
        }

        private void wake(boolean again) {
            skills.types().forEach(this::disarm);
            signal.complete(again);
        }

        private void disarm(TaskType type) {
            armed.computeIfPresent(type, (key, tickets) -> {
                tickets.remove(this);
                return tickets.isEmpty() ? null : tickets;
            });
        }
    }
}
