package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.adapter.telemetry.trace.TracingSettings;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.TracingSection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where the spans of this process go, if anywhere: where the configuration says, otherwise where the environment does, by
 * https://opentelemetry.io/docs/specs/otel/protocol/exporter/.
 */
final class TracingConfiguration {
    private static final String VARIABLE = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String SERVICE = "OTEL_SERVICE_NAME";
    private static final String SIGNAL = "/v1/traces";

    private TracingConfiguration() {}

    static Optional<TracingSettings> settings(TracingSection section, Map<String, String> environment) {
        String name = section.endpoint() == null ? VARIABLE : "tracing.endpoint";
        String base = section.endpoint() == null ? environment.getOrDefault(VARIABLE, "") : section.endpoint();
        return base.isBlank()
                ? Optional.empty()
                : Optional.of(new TracingSettings(
                        endpoint(name, base), environment.getOrDefault(SERVICE, "prismq"), section.sampleRatio()));
    }

    private static URI endpoint(String name, String base) {
        try {
            URI endpoint = URI.create(base.replaceFirst("/+$", "") + SIGNAL);
            if (endpoint.getHost() != null
                    && ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))) {
                return endpoint;
            }
        } catch (IllegalArgumentException malformed) {
            throw new ConfigurationException(
                    "%s must be an http or https URL, not %s.".formatted(name, base), malformed);
        }
        throw new ConfigurationException("%s must be an http or https URL, not %s.".formatted(name, base));
    }
}
