package io.prismq.queue.adapter.http.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.prismq.queue.adapter.http.task.ProgressBody;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task.
 *
 * @param by left out where nobody is named; the address that he came from is not for everybody who may listen
 */
record EventBody(
        long eventId,
        String kind,
        Instant atUtc,
        long taskId,
        String type,
        String status,
        int attempt,
        @Nullable String workerId,
        @Nullable ProgressBody progress,
        @Nullable String failureKind,
        @JsonInclude(Include.NON_NULL) @Nullable String by) {

    static EventBody from(QueueEvent event) {
        WorkerId worker = event.worker();
        Progress progress = event.progress();
        FailureKind failure = event.failure();
        By by = event.by();
        return new EventBody(
                event.id(),
                event.what().word(),
                event.at(),
                event.task().value(),
                event.type().value(),
                event.status().word(),
                event.attempt(),
                worker == null ? null : worker.value(),
                progress == null ? null : ProgressBody.from(progress),
                failure == null ? null : failure.word(),
                by == null ? null : by.name());
    }
}
