package io.prismq.queue.adapter.worker.builtin;

import io.prismq.queue.application.MaintenanceTypes;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line with the queue's numbers to the log, and answers with them. */
public final class LogStatisticsHandler implements TaskHandler {
    public static final TaskType TYPE = MaintenanceTypes.LOG_STATISTICS;

    private static final Logger LOG = LoggerFactory.getLogger(LogStatisticsHandler.class);

    private final TaskQueries queries;

    public LogStatisticsHandler(TaskQueries queries) {
        this.queries = queries;
    }

    @Override
    public TaskType type() {
        return TYPE;
    }

    @Override
    public Result handle(Payload payload, TaskContext context) throws TaskRejectedException {
        MaintenancePayload.requireEmpty(payload);
        Result statistics = Json.result(QueueStatistics.of(queries.stats()));
        LOG.info("queue statistics: {}", statistics.json());
        return statistics;
    }
}
