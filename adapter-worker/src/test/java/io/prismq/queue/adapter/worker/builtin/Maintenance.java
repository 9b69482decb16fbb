package io.prismq.queue.adapter.worker.builtin;

import io.prismq.queue.application.FinishSignals;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskRetention;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import io.prismq.queue.domain.testing.Tasks;
import java.util.List;
import java.util.Map;

/** A queue to be maintained, and a caller of handlers. */
final class Maintenance {
    final SettableClock clock = new SettableClock();
    final InMemoryTaskStore store = new InMemoryTaskStore(clock);
    final TaskQueries queries = new TaskQueries(store, new FinishSignals(store), clock);

    /** What the handler answers to the payload. */
    static String run(TaskHandler handler, String payload) throws Exception {
        return handler.handle(new Payload(payload), new AnyAttempt()).json();
    }

    /** What the handler tells the task's log. */
    static List<String> logOf(TaskHandler handler, String payload) throws Exception {
        AnyAttempt attempt = new AnyAttempt();
        handler.handle(new Payload(payload), attempt);
        return attempt.log();
    }

    /** Stores a task that came to the status now. */
    Task store(TaskStatus status) {
        Task fresh = store.write(
                        tx -> tx.insert(Tasks.aTask().createdAt(clock.now()).build()))
                .toCompletableFuture()
                .join();
        Task brought = Tasks.bring(fresh, status);
        return brought.status() == fresh.status() ? fresh : save(brought);
    }

    TaskRetention retention() {
        return retention(store);
    }

    TaskRetention retention(TaskStore kept) {
        return new TaskRetention(kept, new TaskTypePolicies(Map.of(), TaskTypePolicy.DEFAULT), clock);
    }

    long stored() {
        return store.read(reads -> reads.statistics().counts()).total();
    }

    private Task save(Task task) {
        return store.write(tx -> Tasks.save(tx, task)).toCompletableFuture().join();
    }
}
