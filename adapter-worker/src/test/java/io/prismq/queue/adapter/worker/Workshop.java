package io.prismq.queue.adapter.worker;

import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.RetryPolicy;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SeededRandomness;
import io.prismq.queue.domain.testing.SettableClock;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** A worker that is driven by hand, with the queue around it. An attempt may take ten minutes. */
final class Workshop {
    static final Duration TIMEOUT = Duration.ofMinutes(10);
    static final TaskTypePolicies POLICIES = new TaskTypePolicies(
            Map.of(), new TaskTypePolicy(2, TIMEOUT, TaskTypePolicy.DEFAULT.priority(), RetryPolicy.DEFAULT, null));

    final SettableClock clock = new SettableClock();
    final InMemoryTaskStore memory = new InMemoryTaskStore(clock);
    final SteppedStore store = new SteppedStore(memory);
    final TaskExecution execution = new TaskExecution(store, POLICIES, new SeededRandomness(1));
    final ManualThreads threads = new ManualThreads();
    final WorkerCycle cycle;

    private final TaskStore.Subscription news;
    private final TaskSubmission clients = new TaskSubmission(memory, POLICIES);

    Workshop(int slots, TaskHandler... handlers) {
        Workplace place = new Workplace(
                execution,
                WorkerSettings.of(Tasks.WORKER, slots),
                clock,
                new Mailbox(),
                new Trouble(LoggerFactory.getLogger(Workshop.class)));
        cycle = new WorkerCycle(store, new HandlerRegistry(Set.of(handlers)), place, threads);
        news = memory.subscribe(cycle::committed);
    }

    TaskId enqueue(String payload) {
        return enqueue(Tasks.TYPE, payload);
    }

    TaskId enqueue(TaskType type, String payload) {
        EnqueueCommand command = EnqueueCommand.of(type, new Payload(payload));
        return clients.enqueue(List.of(command))
                .toCompletableFuture()
                .join()
                .fold(accepted -> accepted.tasks().get(0).task().id(), reused -> {
                    throw new AssertionError("a key was reused");
                });
    }

    void cancel(TaskId id) {
        clients.cancel(id).toCompletableFuture().join();
    }

    /** From now on the worker is told of nothing. */
    void hearNothing() {
        news.close();
    }

    /** The lease of the task runs out and is taken away. */
    void expire(TaskId id) {
        Instant until = Objects.requireNonNull(task(id).lease()).until();
        Instant found = until.isAfter(clock.now()) ? until : clock.now();
        Task expired = Tasks.moved(task(id).leaseEnded(Duration.ofSeconds(1), found));
        memory.write(tx -> tx.save(expired)).toCompletableFuture().join();
    }

    /** The tasks in backoff are due. */
    void retryDue() {
        clock.advance(Duration.ofMinutes(1));
        new TaskUpkeep(memory, POLICIES, new SeededRandomness(3))
                .promoteDue()
                .toCompletableFuture()
                .join();
    }

    /** Somebody else claims all that is queued. */
    void claimElsewhere() {
        new TaskExecution(memory, POLICIES, new SeededRandomness(2))
                .claim(new ClaimCommand(
                        new WorkerId("elsewhere"),
                        new ClaimCriteria(Set.of(Tasks.TYPE), Capabilities.NONE, 100),
                        Tasks.LEASE))
                .toCompletableFuture()
                .join();
    }

    void pass(Duration time) {
        clock.advance(time);
        cycle.runOnce();
    }

    StoredTask stored(TaskId id) {
        return memory.read(reads -> reads.load(id)).orElseThrow();
    }

    Task task(TaskId id) {
        return stored(id).task();
    }

    TaskStatus status(TaskId id) {
        return task(id).status();
    }
}
