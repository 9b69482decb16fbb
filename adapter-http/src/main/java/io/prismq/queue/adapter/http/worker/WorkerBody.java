package io.prismq.queue.adapter.http.worker;

import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.application.WorkerStatus;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.worker.Worker;
import java.time.Instant;
import java.util.List;

/**
 * A worker as readers see it.
 *
 * @param runningTasks the ids of the tasks that it holds
 * @param stuckHandlers how many handlers go on though their attempts have ended
 */
record WorkerBody(
        String workerId,
        List<String> types,
        RawJson capabilities,
        Instant firstSeenUtc,
        Instant lastSeenUtc,
        List<Long> runningTasks,
        int stuckHandlers) {
    static WorkerBody from(WorkerStatus status) {
        Worker worker = status.worker();
        return new WorkerBody(
                worker.id().value(),
                worker.types().stream().sorted().map(TaskType::value).toList(),
                new RawJson(worker.capabilities()),
                worker.firstSeen(),
                worker.lastSeen(),
                status.running().stream().map(TaskId::value).toList(),
                worker.stuckHandlers());
    }
}
