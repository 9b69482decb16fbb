package io.prismq.queue.adapter.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.monitoring.Answered;
import org.junit.jupiter.api.Test;

/** What operators see of the server. */
class MonitoringTest extends ServerTest {
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void metricsAreShownInTheFormatThatTheScraperTakes() {
        Answer answer = caller.get("/metrics", "Accept", "application/openmetrics-text");

        assertThat(answer.has(200).text()).isEqualTo("accepted application/openmetrics-text");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; version=0.0.4");
    }

    @Test
    void anObserverIsToldOfEachRequestByItsRouteAndNotByItsPath() throws InterruptedException {
        caller.get("/api/queue/tasks/77", "traceparent", TRACEPARENT).has(404);

        Answered told = told();
        assertThat(told.method()).isEqualTo("GET");
        assertThat(told.route()).isEqualTo("/api/queue/tasks/{task_id}");
        assertThat(told.status()).isEqualTo(404);
        assertThat(told.took()).isPositive();
        assertThat(told.traceparent()).isEqualTo(TRACEPARENT);
    }

    @Test
    void aWriteIsToldOfOnceItIsAnswered() throws InterruptedException {
        caller.enqueued("{\"type\":\"a\"}");

        Answered told = told();
        assertThat(told.route()).isEqualTo("/api/queue/enqueue");
        assertThat(told.status()).isEqualTo(201);
        assertThat(told.traceparent()).isEmpty();
    }

    @Test
    void whatTheApiDoesNotHaveIsOneRouteAndOneMethod() throws InterruptedException {
        caller.get("/made/up/by/a/client").has(404);
        assertThat(told().route()).isEqualTo(Answered.NO_ROUTE);

        caller.delete("/api/queue/enqueue").has(405);
        assertThat(told().route()).isEqualTo(Answered.NO_ROUTE);

        caller.raw("MADEUP /health/live HTTP/1.1");
        Answered told = told();
        assertThat(told.method()).isEqualTo(Answered.OTHER);
        assertThat(told.route()).isEqualTo(Answered.NO_ROUTE);
    }

    private Answered told() throws InterruptedException {
        Answered told = server.answered.poll(30, SECONDS);
        assertThat(told).isNotNull();
        return told;
    }
}
