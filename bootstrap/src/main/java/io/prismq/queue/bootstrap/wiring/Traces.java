package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.adapter.http.monitoring.Answered;
import io.prismq.queue.adapter.telemetry.trace.CommitSpans;
import io.prismq.queue.adapter.telemetry.trace.RequestSpans;
import io.prismq.queue.adapter.telemetry.trace.RunSpans;
import io.prismq.queue.adapter.telemetry.trace.Tracing;
import io.prismq.queue.adapter.worker.attempt.RunObserver.EndedRun;
import io.prismq.queue.adapter.worker.attempt.RunObserver.RunEnd;
import java.util.Locale;
import java.util.Optional;

/** The spans of this process, where somebody takes them; otherwise nothing. */
final class Traces implements AutoCloseable {
    private final Optional<Sources> sources;

    /** What spans are made of. */
    record Sources(Tracing tracing, RequestSpans requests, CommitSpans commits, RunSpans runs) {}

    Traces(Optional<Sources> sources) {
        this.sources = sources;
    }

    void start() {
        sources.ifPresent(spans -> spans.commits().start());
    }

    void answered(Answered told) {
        sources.ifPresent(spans ->
                spans.requests().answered(told.method(), told.route(), told.status(), told.took(), told.traceparent()));
    }

    void ran(EndedRun run) {
        sources.ifPresent(spans -> spans.runs()
                .ran(
                        run.task(),
                        run.worker(),
                        run.took(),
                        run.end().name().toLowerCase(Locale.ROOT),
                        run.end() == RunEnd.FAILED));
    }

    @Override
    public void close() {
        sources.ifPresent(spans -> {
            spans.commits().close();
            spans.tracing().close();
        });
    }
}
