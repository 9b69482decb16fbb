package io.prismq.queue.adapter.http;

import io.prismq.queue.application.Backups;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.application.access.KeyRing;
import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.domain.port.StoreSize;
import java.util.function.Supplier;

/**
 * What the server offers to its callers.
 *
 * @param size what the store takes of its disk now
 */
public record HttpUseCases(
        TaskSubmission submission,
        TaskQueries queries,
        TaskExecution execution,
        WorkerRegistry workers,
        HttpMaintenance maintenance,
        Backups backups,
        EventFeed events,
        TaskTypes types,
        KeyRing keys,
        Audit audit,
        Supplier<StoreSize> size) {}
