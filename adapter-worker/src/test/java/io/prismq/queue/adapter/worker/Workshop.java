package io.prismq.queue.adapter.worker;

import io.prismq.queue.adapter.worker.attempt.Attempts;
import io.prismq.queue.adapter.worker.attempt.RunObserver;
import io.prismq.queue.adapter.worker.attempt.Workplace;
import io.prismq.queue.adapter.worker.loop.Mailbox;
import io.prismq.queue.adapter.worker.loop.Trouble;
import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.application.ClaimSignals;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Retention;
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
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** A worker that is driven by hand, with the queue around it. An attempt may take ten minutes. */
public final class Workshop {
    public static final Duration TIMEOUT = Duration.ofMinutes(10);
    public static final TaskTypePolicies POLICIES = new TaskTypePolicies(
            Map.of(),
            new TaskTypePolicy(
                    2,
                    TIMEOUT,
                    TaskTypePolicy.DEFAULT.priority(),
                    RetryPolicy.DEFAULT,
                    Tasks.LEASE,
                    null,
                    Retention.DEFAULT));

    public final SettableClock clock = new SettableClock();
    public final InMemoryTaskStore memory = new InMemoryTaskStore(clock);
    public final SteppedStore store = new SteppedStore(memory);
    public final WorkerRegistry registry = new WorkerRegistry(memory, clock, WorkerRegistry.DEFAULT_SILENCE);
    public final TaskExecution execution = execution(store, 1);
    final ManualThreads threads = new ManualThreads();
    final Foresight foresight;
    final WorkerCycle cycle;
    final Queue<RunObserver.EndedRun> runs = new ConcurrentLinkedQueue<>();

    private final TaskStore.Subscription news;
    private final TaskSubmission clients = new TaskSubmission(memory, POLICIES);

    public Workshop(int slots, TaskHandler... handlers) {
        this(WorkerSettings.of(Tasks.WORKER, slots), handlers);
    }

    Workshop(WorkerSettings settings, TaskHandler... handlers) {
        foresight = new Foresight(settings.slots());
        HandlerRegistry registered = new HandlerRegistry(Set.of(handlers));
        Workplace place = new Workplace(
                execution, clock, new Mailbox(), new Trouble(LoggerFactory.getLogger(Workshop.class)), runs::add);
        Attempts attempts = new Attempts(place, registered::of, threads);
        Room room = new Room(settings.slots(), registered.types(), attempts, foresight);
        cycle = new WorkerCycle(queue(), settings, place, attempts, room);
        news = memory.subscribe(cycle::committed);
    }

    /** A worker with these slots, and everything else as it is by default. */
    static WorkerSettings settings(Slots slots) {
        WorkerSettings plain = WorkerSettings.of(Tasks.WORKER, 1);
        return new WorkerSettings(
                plain.worker(),
                slots,
                plain.capabilities(),
                plain.leaseLength(),
                plain.pollInterval(),
                plain.threads());
    }

    /** The queue as the worker knows it. */
    WorkerQueue queue() {
        return new WorkerQueue(store, execution, registry);
    }

    /** The use cases of workers, with their own randomness, on a store. */
    TaskExecution execution(TaskStore on, int seed) {
        return new TaskExecution(on, POLICIES, new SeededRandomness(seed), registry, new ClaimSignals(on));
    }

    public TaskId enqueue(String payload) {
        return enqueue(Tasks.TYPE, payload);
    }

    public TaskId enqueue(TaskType type, String payload) {
        EnqueueCommand command = EnqueueCommand.of(type, new Payload(payload));
        return clients.enqueue(List.of(command))
                .toCompletableFuture()
                .join()
                .fold(accepted -> accepted.tasks().get(0).task().id(), reused -> {
                    throw new AssertionError("a key was reused");
                });
    }

    public void cancel(TaskId id) {
        clients.cancel(id, Tasks.BY).toCompletableFuture().join();
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
        memory.write(tx -> Tasks.save(tx, expired)).toCompletableFuture().join();
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
    public void claimElsewhere() {
        execution(memory, 2)
                .claim(ClaimCommand.of(new WorkerId("elsewhere"), Tasks.SKILLS, 100))
                .toCompletableFuture()
                .join();
    }

    /** Whoever holds the task says that it is alive. */
    public void heartbeatElsewhere(TaskId id) {
        LeaseToken token = Objects.requireNonNull(task(id).lease()).token();
        execution(memory, 3)
                .settle(new Settlement(id, token, Settlement.Heartbeat.PLAIN))
                .toCompletableFuture()
                .join();
    }

    void pass(Duration time) {
        clock.advance(time);
        cycle.runOnce();
    }

    public StoredTask stored(TaskId id) {
        return memory.read(reads -> reads.load(id)).orElseThrow();
    }

    public Task task(TaskId id) {
        return stored(id).task();
    }

    public TaskStatus status(TaskId id) {
        return task(id).status();
    }
}
