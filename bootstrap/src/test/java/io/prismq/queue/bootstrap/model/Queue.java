package io.prismq.queue.bootstrap.model;

import io.prismq.queue.application.ClaimSignals;
import io.prismq.queue.application.FinishSignals;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Retention;
import io.prismq.queue.domain.task.RetryPolicy;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.testing.SeededRandomness;
import io.prismq.queue.domain.testing.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Every use case on one store. Chance and time are the same for every queue with the same seed and clock. */
final class Queue {
    private static final long PATIENCE_SECONDS = 30;

    /** One type of its own kind: attempts that time out before their leases end, tasks that expire. */
    private static final TaskTypePolicies POLICIES = new TaskTypePolicies(
            Map.of(
                    new TaskType("hasty"),
                    new TaskTypePolicy(
                            2,
                            Duration.ofSeconds(20),
                            new Priority(3),
                            RetryPolicy.DEFAULT,
                            Duration.ofSeconds(60),
                            Duration.ofSeconds(50),
                            Retention.DEFAULT)),
            TaskTypePolicy.DEFAULT);

    final SettableClock clock;
    final TaskStore store;
    final TaskSubmission submission;
    final TaskExecution execution;
    final TaskUpkeep upkeep;
    final TaskQueries queries;
    final WorkerRegistry workers;

    Queue(TaskStore store, SettableClock clock, long seed) {
        SeededRandomness randomness = new SeededRandomness(seed);
        this.store = store;
        this.clock = clock;
        this.submission = new TaskSubmission(store, POLICIES);
        this.workers = new WorkerRegistry(store, clock, Duration.ofMinutes(2));
        this.execution = new TaskExecution(store, POLICIES, randomness, workers, new ClaimSignals(store));
        this.upkeep = new TaskUpkeep(store, POLICIES, randomness);
        this.queries = new TaskQueries(store, new FinishSignals(store), clock);
    }

    /** Waits for what is durable. */
    static <R> R done(CompletionStage<R> stage) throws Exception {
        return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
