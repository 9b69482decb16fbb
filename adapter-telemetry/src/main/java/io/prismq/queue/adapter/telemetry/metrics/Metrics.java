package io.prismq.queue.adapter.telemetry.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.MultiCollector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * All that is measured in this process, the JVM's own figures among it. Safe for use by many threads.
 *
 * <p>Those that measure something are built with it, and take their place in it.
 */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ExpositionFormats formats = ExpositionFormats.init();
    private final JvmMeters jvm = new JvmMeters(registry);

    /**
     * Everything as of now.
     *
     * @param mediaType the format that the text is in, for its reader
     */
    public record Scrape(String mediaType, String text) {}

    /**
     * Measures now: in OpenMetrics where the media types name it, otherwise in the text format of Prometheus.
     *
     * @param accept media types, as in a header of HTTP; empty for no wish
     */
    public Scrape scrape(String accept) {
        ExpositionFormatWriter writer = accept.contains("application/openmetrics-text")
                ? formats.getOpenMetricsTextFormatWriter()
                : formats.getPrometheusTextFormatWriter();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.getPrometheusRegistry().scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Scrape(writer.getContentType(), text.toString(StandardCharsets.UTF_8));
    }

    /** Ends what watches the JVM. */
    @Override
    public void close() {
        jvm.close();
        registry.close();
    }

    MeterRegistry registry() {
        return registry;
    }

    /** Asks the collector at each scrape. */
    void add(MultiCollector collector) {
        registry.getPrometheusRegistry().register(collector);
    }
}
