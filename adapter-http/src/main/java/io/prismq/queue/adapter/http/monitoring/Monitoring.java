package io.prismq.queue.adapter.http.monitoring;

import java.util.List;
import java.util.function.Supplier;

/**
 * How operators watch the server.
 *
 * @param reasonsAgainstReady asked by each readiness probe: sentences that say why the process is not ready, empty when it
 *     is; shown to the caller
 * @param thresholds from where on the dashboard warns
 * @param metrics what {@code /metrics} shows
 * @param requests told of each request
 */
public record Monitoring(
        Supplier<List<String>> reasonsAgainstReady,
        Thresholds thresholds,
        MetricsPage metrics,
        RequestObserver requests) {
    /** A server that answers probes, measures nothing and tells nobody. */
    public static Monitoring of(Supplier<List<String>> reasonsAgainstReady) {
        return new Monitoring(
                reasonsAgainstReady,
                Thresholds.DEFAULT,
                accept -> new MetricsPage.Page("text/plain", ""),
                request -> {});
    }
}
