package io.prismq.queue.adapter.telemetry.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void theUsualFormatIsThatOfPrometheus() {
        Metrics.Scrape scrape = metrics.scrape("text/plain;version=0.0.4;q=0.9,*/*;q=0.1");

        assertThat(scrape.mediaType()).startsWith("text/plain; version=0.0.4");
        assertThat(scrape.text()).contains("# TYPE jvm_memory_used_bytes gauge").doesNotContain("# EOF");
    }

    @Test
    void openMetricsIsForThoseWhoAskForIt() {
        Metrics.Scrape scrape = metrics.scrape("application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1");

        assertThat(scrape.mediaType()).startsWith("application/openmetrics-text; version=1.0.0");
        assertThat(scrape.text()).endsWith("# EOF\n");
    }

    @Test
    void requestsAreCountedByRouteMethodAndClassOfStatus() {
        HttpMetrics http = new HttpMetrics(metrics);
        http.answered("GET", "/api/queue/tasks/{task_id}", 404, Duration.ofMillis(7));
        http.answered("GET", "/api/queue/tasks/{task_id}", 422, Duration.ofMillis(70));

        String labels = "{method=\"GET\",route=\"/api/queue/tasks/{task_id}\",status=\"4xx\"";
        assertThat(metrics.scrape("").text().lines())
                .contains(
                        "prismq_http_requests_seconds_bucket" + labels + ",le=\"0.01\"} 1",
                        "prismq_http_requests_seconds_count" + labels + "} 2");
    }
}
