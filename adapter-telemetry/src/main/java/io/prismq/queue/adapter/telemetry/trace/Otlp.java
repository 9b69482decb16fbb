package io.prismq.queue.adapter.telemetry.trace;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends spans over HTTP, through the client of the JDK. */
final class Otlp {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Says in a log of its own what {@link Candour} says in ours. Kept, because its level is lost with it. */
    private static final Logger LIBRARY = Logger.getLogger("io.opentelemetry");

    private Otlp() {}

    static SpanExporter exporter(URI endpoint) {
        LIBRARY.setLevel(Level.OFF);
        SpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString())
                .setTimeout(PATIENCE)
                .setConnectTimeout(PATIENCE)
                .setComponentLoader(new OwnSender())
                .build();
        return new Candour(exporter, endpoint);
    }

    /** What the library would look for on the class path. */
    private static final class OwnSender implements ComponentLoader {
        private static final HttpSenderProvider SENDER = JdkSender::new;

        @Override
        public <T> Iterable<T> load(Class<T> wanted) {
            return wanted.isInstance(SENDER) ? List.of(wanted.cast(SENDER)) : List.of();
        }
    }
}
