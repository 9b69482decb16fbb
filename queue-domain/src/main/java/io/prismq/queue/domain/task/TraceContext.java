package io.prismq.queue.domain.task;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the enqueue of a task stands in a distributed trace: https://www.w3.org/TR/trace-context/#traceparent-header.
 *
 * @param parent a {@code traceparent} of version 00
 */
public record TraceContext(String parent) {
    private static final Pattern PARENT = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    public TraceContext {
        if (!PARENT.matcher(parent).matches()) {
            throw new IllegalArgumentException("a trace context is a traceparent of version 00");
        }
    }

    /** The trace that it belongs to. */
    public String traceId() {
        return parent.split("-", 3)[1];
    }

    /** What a header says; empty where it is malformed, and the trace then begins anew, as the standard has it. */
    public static Optional<TraceContext> parse(String header) {
        return PARENT.matcher(header).matches() ? Optional.of(new TraceContext(header)) : Optional.empty();
    }
}
