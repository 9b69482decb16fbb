package io.prismq.queue.application;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Wakes those who wait for a task to finish. Listens to the store from its construction until it is closed. */
public final class FinishSignals implements AutoCloseable {
    private final ConcurrentMap<TaskId, Set<CompletableFuture<Void>>> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Executor threads = WakeThreads.executor();
    private final ForeignNews foreignNews = new ForeignNews(threads, this::askTheStore);
    private final TaskStore store;
    private final TaskStore.Subscription subscription;

    public FinishSignals(TaskStore store) {
        this.store = store;
        this.subscription = store.subscribe(this::committed);
    }

    /** Completes when the task may have finished, and at the latest when the wait ends. */
    CompletableFuture<Void> await(TaskId id, Duration wait) {
        CompletableFuture<Void> signal = new CompletableFuture<>();
        waiting.compute(id, (key, signals) -> {
            Set<CompletableFuture<Void>> all = signals == null ? ConcurrentHashMap.newKeySet() : signals;
            all.add(signal);
            return all;
        });
        signal.whenComplete((done, error) -> forget(id, signal));
        if (closed.get()) {
            signal.complete(null);
        }
        return signal.completeOnTimeout(null, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Where those who were woken go on: the threads that wake have other work. */
    Executor threads() {
        return threads;
    }

    /** Ends every wait at once, also those that begin later: a process that stops is not held up by anybody's wait. */
    @Override
    public void close() {
        closed.set(true);
        subscription.close();
        waiting.keySet().forEach(this::wake);
    }

    private void forget(TaskId id, CompletableFuture<Void> signal) {
        waiting.computeIfPresent(id, (key, signals) -> {
            signals.remove(signal);
            return signals.isEmpty() ? null : signals;
        });
    }

    private void committed(Commit commit) {
        if (waiting.isEmpty()) {
            return;
        }
        for (Task task : commit.changed()) {
            if (task.status().isFinal()) {
                wake(task.id());
            }
        }
        if (commit.foreign()) {
            foreignNews.committed();
        }
    }

    private void askTheStore() {
        waiting.keySet().stream().filter(this::mayHaveFinished).forEach(this::wake);
    }

    /** Where the store cannot say, whoever waits is woken to ask, and be told why, for themselves. */
    private boolean mayHaveFinished(TaskId id) {
        try {
            return store.read(reads -> reads.find(id))
                    .map(task -> task.status().isFinal())
                    .orElse(true);
        } catch (TaskStoreException cannotSay) {
            return true;
        }
    }

    private void wake(TaskId id) {
        Set<CompletableFuture<Void>> signals = waiting.get(id);
        if (signals != null) {
            signals.forEach(signal -> signal.complete(null));
        }
    }
}
