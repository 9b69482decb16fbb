package io.prismq.queue.adapter.telemetry.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.ConnectException;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log once that no spans arrive, and once that they do again. */
final class Candour implements SpanExporter {
    private static final Logger LOG = LoggerFactory.getLogger(Candour.class);

    private final SpanExporter exporter;
    private final URI endpoint;
    private final AtomicBoolean failing = new AtomicBoolean();

    Candour(SpanExporter exporter, URI endpoint) {
        this.exporter = exporter;
        this.endpoint = endpoint;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode sent = exporter.export(spans);
        return sent.whenComplete(() -> tell(sent));
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private void tell(CompletableResultCode sent) {
        boolean failed = !sent.isSuccess();
        if (failing.getAndSet(failed) == failed) {
            return;
        }
        if (failed) {
            LOG.warn(
                    "no spans arrive at {}, and those of now are lost; the queue goes on: {}",
                    endpoint,
                    reason(sent.getFailureThrowable()));
        } else {
            LOG.info("spans arrive at {} again", endpoint);
        }
    }

    /** The library wraps what the client met. */
    private static String reason(@Nullable Throwable why) {
        if (why == null) {
            return "it refused them";
        }
        Throwable met = why.getCause() == null ? why : why.getCause();
        return met instanceof ConnectException ? "nobody can be reached there" : met.toString();
    }
}
