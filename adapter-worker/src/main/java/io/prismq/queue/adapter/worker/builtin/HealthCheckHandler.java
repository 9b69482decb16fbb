package io.prismq.queue.adapter.worker.builtin;

import io.prismq.queue.adapter.worker.builtin.Health.Check;
import io.prismq.queue.adapter.worker.builtin.Health.Grade;
import io.prismq.queue.application.MaintenanceTypes;
import io.prismq.queue.application.QueueStats;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.List;

/**
 * Looks whether the database is sound, and whether disk, memory and queue are within their thresholds. Answers with a
 * {@code status} of {@code ok}, {@code warning} or {@code failing} (the database is damaged or cannot be checked), and the
 * {@code checks} behind it. The task completes whatever it finds.
 */
public final class HealthCheckHandler implements TaskHandler {
    public static final TaskType TYPE = MaintenanceTypes.HEALTH_CHECK;

    private final StoreInspection inspection;
    private final TaskQueries queries;
    private final HealthThresholds thresholds;

    public HealthCheckHandler(StoreInspection inspection, TaskQueries queries, HealthThresholds thresholds) {
        this.inspection = inspection;
        this.queries = queries;
        this.thresholds = thresholds;
    }

    @Override
    public TaskType type() {
        return TYPE;
    }

    @Override
    public Result handle(Payload payload, TaskContext context) throws TaskRejectedException {
        MaintenancePayload.requireEmpty(payload);
        QueueStats stats = queries.stats();
        return Json.result(Health.of(List.of(
                database(),
                disk(inspection.freeBytes()),
                memory(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage()),
                depth(stats.counts().of(TaskStatus.QUEUED)),
                age(stats.oldestQueuedAge().orElse(Duration.ZERO)))));
    }

    private Check database() {
        try {
            List<String> faults = inspection.quickCheck();
            return faults.isEmpty()
                    ? Check.of("database", Grade.OK, "sound")
                    : Check.of("database", Grade.FAILING, String.join("; ", faults));
        } catch (TaskStoreException cannotSay) {
            return Check.of("database", Grade.FAILING, "cannot be checked: " + cannotSay.getMessage());
        }
    }

    private Check disk(long free) {
        String message = free == Long.MAX_VALUE ? "free room is unknown" : free + " bytes free";
        return Check.warningIf(free < thresholds.minFreeBytes(), "disk", message);
    }

    private Check memory(MemoryUsage heap) {
        if (heap.getMax() <= 0) {
            return Check.of("memory", Grade.OK, "the heap has no bound");
        }
        long percent = heap.getUsed() * 100 / heap.getMax();
        String message = "%d of %d bytes of heap in use (%d %%)".formatted(heap.getUsed(), heap.getMax(), percent);
        return Check.warningIf(percent > thresholds.maxHeapPercent(), "memory", message);
    }

    private Check depth(long queued) {
        String message = queued == 1 ? "1 task waits" : queued + " tasks wait";
        return Check.warningIf(queued > thresholds.maxQueued(), "queue_depth", message);
    }

    private Check age(Duration oldest) {
        return Check.warningIf(
                oldest.compareTo(thresholds.maxQueuedAge()) > 0,
                "queue_age",
                "the oldest task waits for %d seconds".formatted(oldest.toSeconds()));
    }
}
