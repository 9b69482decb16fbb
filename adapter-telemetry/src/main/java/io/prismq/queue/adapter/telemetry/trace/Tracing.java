package io.prismq.queue.adapter.telemetry.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.task.TraceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes spans, and sends them in batches on a thread of its own. Safe for use by many threads; never waits. */
public final class Tracing implements AutoCloseable {
    /** How many spans may wait to be sent: some megabytes. */
    private static final int MOST_WAITING = 8192;

    private static final Duration SENT_EVERY = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final Clock clock;

    /** Sends nothing before there is a span. */
    public Tracing(TracingSettings settings, Clock clock) {
        this(settings, Otlp.exporter(settings.endpoint()), clock);
    }

    Tracing(TracingSettings settings, SpanExporter exporter, Clock clock) {
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(SERVICE, settings.service())))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.sampleRatio())))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setMaxQueueSize(MOST_WAITING)
                        .setScheduleDelay(SENT_EVERY)
                        .build())
                .build();
        this.tracer = provider.get("io.prismq.queue");
        this.clock = clock;
    }

    /** Sends what waits, unless that takes longer than two seconds, and ends. */
    @Override
    public void close() {
        provider.shutdown().join(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Tells of something that has just ended.
     *
     * @param parent what it is part of; null begins a trace
     */
    void ended(
            String name,
            Duration took,
            @Nullable TraceContext parent,
            Consumer<SpanBuilder> details,
            Consumer<Span> outcome) {
        Instant now = clock.now();
        SpanBuilder builder = tracer.spanBuilder(name).setNoParent().setStartTimestamp(now.minus(took));
        if (parent != null) {
            builder.setParent(Context.root().with(Span.wrap(of(parent))));
        }
        details.accept(builder);
        Span span = builder.startSpan();
        outcome.accept(span);
        span.end(now);
    }

    static SpanContext of(TraceContext trace) {
        String[] parts = trace.parent().split("-", -1);
        return SpanContext.createFromRemoteParent(
                parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault());
    }
}
