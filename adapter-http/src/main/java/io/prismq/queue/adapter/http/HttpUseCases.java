package io.prismq.queue.adapter.http;

import io.prismq.queue.application.Backups;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.application.events.EventFeed;

/** What the server offers to its callers. */
public record HttpUseCases(
        TaskSubmission submission,
        TaskQueries queries,
        TaskExecution execution,
        WorkerRegistry workers,
        HttpMaintenance maintenance,
        Backups backups,
        EventFeed events,
        TaskTypes types) {}
