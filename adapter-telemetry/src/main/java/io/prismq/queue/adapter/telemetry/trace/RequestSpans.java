package io.prismq.queue.adapter.telemetry.trace;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.prismq.queue.domain.task.TraceContext;
import java.time.Duration;

/**
 * A span for each request, child of the client's. Names and attributes are those of
 * https://opentelemetry.io/docs/specs/semconv/http/http-spans/.
 */
public final class RequestSpans {
    private static final int SERVER_ERRORS = 500;

    private final Tracing tracing;

    public RequestSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    /**
     * A request has its answer.
     *
     * @param route the template of its path
     * @param traceparent as the client sent it; where it sent none, or none that can be read, a
     *     trace begins here
     */
    public void answered(String method, String route, int status, Duration took, String traceparent) {
        tracing.ended(
                method + " " + route,
                took,
                TraceContext.parse(traceparent).orElse(null),
                span -> span.setSpanKind(SpanKind.SERVER)
                        .setAttribute("http.request.method", method)
                        .setAttribute("http.route", route)
                        .setAttribute("http.response.status_code", status),
                span -> {
                    if (status >= SERVER_ERRORS) {
                        span.setStatus(StatusCode.ERROR);
                    }
                });
    }
}
