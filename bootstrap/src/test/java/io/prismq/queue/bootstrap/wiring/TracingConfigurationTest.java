package io.prismq.queue.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.telemetry.trace.TracingSettings;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.TracingSection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TracingConfigurationTest {
    private static final Map<String, String> OTEL = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318/");

    @Test
    void nothingIsTracedUntilSomebodySaysWhereTo() {
        assertThat(endpoint(null, Map.of())).isEmpty();
    }

    @Test
    void theConfigurationIsAskedFirstAndTheEnvironmentThen() {
        assertThat(endpoint("https://one/otlp", OTEL)).hasValue("https://one/otlp/v1/traces");
        assertThat(endpoint(null, OTEL)).hasValue("http://collector:4318/v1/traces");
    }

    @Test
    void whatIsNoUrlIsNamed() {
        assertThatThrownBy(() -> endpoint("http://", Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("tracing.endpoint must be an http or https URL, not http://.");
        assertThatThrownBy(() -> endpoint(null, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")))
                .hasMessage("OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https URL, not collector:4317.");
    }

    private static Optional<String> endpoint(@Nullable String configured, Map<String, String> environment) {
        return TracingConfiguration.settings(new TracingSection(configured, 1), environment)
                .map(TracingSettings::endpoint)
                .map(Object::toString);
    }
}
