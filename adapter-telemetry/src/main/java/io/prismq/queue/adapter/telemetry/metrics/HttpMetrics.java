package io.prismq.queue.adapter.telemetry.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures requests. Safe for use by many threads; returns at once. */
public final class HttpMetrics {
    private static final int STATUSES_OF_A_CLASS = 100;

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    /** Requests that are counted together. */
    private record Kind(String method, String route, String status) {}

    public HttpMetrics(Metrics metrics) {
        this.registry = metrics.registry();
    }

    /**
     * A request has its answer.
     *
     * @param method one of a bounded number of names
     * @param route a template of paths, and likewise one of a bounded number
     * @param status of the answer; its class is counted
     */
    public void answered(String method, String route, int status, Duration took) {
        Kind kind = new Kind(method, route, status / STATUSES_OF_A_CLASS + "xx");
        timers.computeIfAbsent(kind, this::timer).record(took);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("prismq.http.requests")
                .description("How long requests took, with what they waited for.")
                .tag("method", kind.method())
                .tag("route", kind.route())
                .tag("status", kind.status())
                .serviceLevelObjectives(Buckets.ofRequests())
                .register(registry);
    }
}
