package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.application.WorkerRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkersTest extends ServerTest {
    private Answer workers() {
        return caller.get("/api/queue/workers").has(200);
    }

    @Test
    void areNoneBeforeTheFirstClaim() {
        assertThat(workers().text()).isEqualTo("[]");
    }

    @Test
    void areListedWithWhatTheyOfferAndHold() {
        caller.enqueued("{\"type\":\"a\"}");
        caller.enqueued("{\"type\":\"a\"}");
        new Worker(caller, "w-2")
                .claims("\"types\":[\"b\",\"a\"],\"max_tasks\":2,"
                        + "\"capabilities\":{\"region\": [\"eu\", \"us\"], \"gpu\": 1.0}")
                .has(200);
        new Worker(caller, "w-1").claims("\"types\":[\"c\"]").has(200);

        assertThat(workers().text())
                .isEqualTo("[{\"worker_id\":\"w-1\",\"types\":[\"c\"],\"capabilities\":{},"
                        + "\"first_seen_utc\":\"2026-01-01T00:00:00.000Z\","
                        + "\"last_seen_utc\":\"2026-01-01T00:00:00.000Z\","
                        + "\"running_tasks\":[],\"stuck_handlers\":0},"
                        + "{\"worker_id\":\"w-2\",\"types\":[\"a\",\"b\"],"
                        + "\"capabilities\":{\"gpu\":1,\"region\":[\"eu\",\"us\"]},"
                        + "\"first_seen_utc\":\"2026-01-01T00:00:00.000Z\","
                        + "\"last_seen_utc\":\"2026-01-01T00:00:00.000Z\","
                        + "\"running_tasks\":[1,2],\"stuck_handlers\":0}]");
    }

    @Test
    void areSeenWhileTheyGiveSignsOfLife() {
        caller.enqueued("{\"type\":\"a\"}");
        Worker worker = new Worker(caller);
        Answer claimed = worker.claim("a");
        server.clock.advance(WorkerRegistry.DEFAULT_SILENCE);
        worker.says("heartbeat", claimed, "").has(200);
        server.clock.advance(WorkerRegistry.DEFAULT_SILENCE);

        assertThat(workers().json().findValuesAsString("last_seen_utc")).isEqualTo(List.of("2026-01-01T00:02:00.000Z"));
        server.clock.advance(WorkerRegistry.DEFAULT_SILENCE);

        assertThat(workers().text()).isEqualTo("[]");
    }
}
