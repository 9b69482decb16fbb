package io.prismq.queue.bootstrap.docs;

import io.prismq.queue.adapter.worker.HandlerRegistry;
import io.prismq.queue.adapter.worker.WorkerQueue;
import io.prismq.queue.adapter.worker.WorkerRunner;
import io.prismq.queue.adapter.worker.WorkerSettings;
import io.prismq.queue.adapter.worker.upkeep.UpkeepRunner;
import io.prismq.queue.application.ClaimSignals;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.FinishSignals;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.SecureRandomness;
import io.prismq.queue.domain.port.SystemClock;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class EmbeddedQueue {
    private static final WorkerId WORKER = new WorkerId("example");

    private EmbeddedQueue() {}

    static Optional<StoredTask> echo(TaskStore store, String json) throws Exception {
        Clock clock = new SystemClock();
        SecureRandomness chance = new SecureRandomness();
        TaskTypePolicies policies = new TaskTypePolicies(Map.of(), TaskTypePolicy.DEFAULT);
        WorkerRegistry workers = new WorkerRegistry(store, clock, WorkerRegistry.DEFAULT_SILENCE);
        HandlerRegistry handlers = new HandlerRegistry(List.of(new EchoHandler()));
        TaskSubmission submission = new TaskSubmission(store, policies);

        try (FinishSignals finishes = new FinishSignals(store);
                ClaimSignals claims = new ClaimSignals(store);
                UpkeepRunner upkeep = new UpkeepRunner(store, new TaskUpkeep(store, policies, chance), workers, clock);
                WorkerRunner worker = new WorkerRunner(
                        new WorkerQueue(store, new TaskExecution(store, policies, chance, workers, claims), workers),
                        handlers,
                        WorkerSettings.of(WORKER, 4),
                        clock)) {
            upkeep.start();
            worker.start();
            TaskId id = submission
                    .enqueue(List.of(EnqueueCommand.of(EchoHandler.TYPE, new Payload(json))))
                    .thenApply(outcome -> outcome.fold(
                            accepted -> accepted.tasks().get(0).task().id(), reused -> {
                                throw new IllegalStateException("the key " + reused.key() + " is taken");
                            }))
                    .toCompletableFuture()
                    .get();
            return new TaskQueries(store, finishes, clock)
                    .getFinal(id, Duration.ofSeconds(10))
                    .toCompletableFuture()
                    .get();
        }
    }
}
