package io.prismq.queue.application.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.HistoryReads;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import io.prismq.queue.domain.testing.TaskBuilder;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** A store in memory whose reads are counted, and can be made to fail or to take long. */
final class FollowedStore implements TaskStore {
    /** Reached only where something hangs. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong heldBefore = new AtomicLong();
    private final Semaphore held = new Semaphore(0);
    private final TaskStore store = new InMemoryTaskStore(new SettableClock());

    @Override
    public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long held) {
        return store.write(unit, held);
    }

    @Override
    public <R> R read(Function<? super TaskReads, ? extends R> query) {
        reads.incrementAndGet();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StoreBusyException("another process holds the file");
        }
        AtomicLong after = new AtomicLong(Long.MAX_VALUE);
        R found = store.read(reads -> query.apply(watched(reads, after)));
        if (after.get() < heldBefore.get()) {
            held.acquireUninterruptibly();
        }
        return found;
    }

    /** Questions about events after one before this do not end until they are {@link #letGo let go}. */
    void holdQuestionsBefore(long id) {
        heldBefore.set(id);
    }

    void letGo() {
        heldBefore.set(0);
        held.release(Integer.MAX_VALUE / 2);
    }

    private static TaskReads watched(TaskReads reads, AtomicLong after) {
        return on(TaskReads.class, (proxy, method, args) -> {
            Object answer = method.invoke(reads, args);
            return answer instanceof HistoryReads history
                    ? on(HistoryReads.class, (inner, question, values) -> {
                        if (question.getName().equals("events") && values != null) {
                            after.set((long) values[0]);
                        }
                        return question.invoke(history, values);
                    })
                    : answer;
        });
    }

    private static <T> T on(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        return store.subscribe(listener);
    }

    Task insert(TaskBuilder task) {
        return done(store.write(tx -> tx.insert(task.build())));
    }

    void insert(TaskBuilder task, int times) {
        done(store.write(tx -> {
            for (int n = 0; n < times; n++) {
                tx.insert(task.build());
            }
            return times;
        }));
    }

    /** Forgets all but the latest few events. */
    void forget(int kept) {
        done(store.write(tx -> tx.history().forgetEvents(tx.now().minusSeconds(1), kept, Integer.MAX_VALUE)));
    }

    List<QueueEvent> events() {
        return store.read(reads -> reads.history().events(0, Integer.MAX_VALUE));
    }

    int reads() {
        return reads.get();
    }

    /** The next few reads fail. */
    void failReads(int times) {
        failures.set(times);
    }

    static <R> R done(CompletionStage<R> stage) {
        return assertThat(stage).succeedsWithin(PATIENCE).actual();
    }
}
