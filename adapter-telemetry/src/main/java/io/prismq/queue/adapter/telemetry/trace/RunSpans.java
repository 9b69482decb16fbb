package io.prismq.queue.adapter.telemetry.trace;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;

/** A span for each run of a handler, child of where the task was enqueued. */
public final class RunSpans {
    private final Tracing tracing;

    public RunSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    /**
     * A handler has ended.
     *
     * @param task as it was claimed
     * @param outcome what came of it, in a word
     */
    public void ran(Task task, WorkerId worker, Duration took, String outcome, boolean isFailure) {
        tracing.ended(
                "run " + task.type(),
                took,
                task.spec().trace(),
                span -> span.setSpanKind(SpanKind.CONSUMER)
                        .setAttribute("prismq.task.id", task.id().value())
                        .setAttribute("prismq.task.type", task.type().value())
                        .setAttribute("prismq.worker", worker.value())
                        .setAttribute("prismq.attempt", task.attempts())
                        .setAttribute("prismq.outcome", outcome),
                span -> {
                    if (isFailure) {
                        span.setStatus(StatusCode.ERROR);
                    }
                });
    }
}
