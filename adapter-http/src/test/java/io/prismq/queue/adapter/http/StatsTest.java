package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatsTest extends ServerTest {
    @Test
    void ofAnEmptyQueueAreZeroAndHaveNoOldestTask() {
        assertThat(caller.get("/api/queue/stats").has(200).text())
                .isEqualTo("{\"total_tasks\":0,\"scheduled_tasks\":0,\"queued_tasks\":0,\"processing_tasks\":0,"
                        + "\"completed_tasks\":0,\"failed_tasks\":0,\"cancelled_tasks\":0,"
                        + "\"oldest_queued_age_seconds\":null}");
    }

    @Test
    void countEachStatusAndTellTheAgeOfTheOldestQueuedTask() {
        Worker worker = new Worker(caller);
        caller.enqueued("{\"type\":\"done\"}");
        worker.complete("done", "1");
        caller.enqueued("{\"type\":\"running\"}");
        worker.claim("running");
        caller.post("/api/queue/tasks/" + caller.enqueued("{\"type\":\"a\"}") + "/cancel");
        caller.enqueued("{\"type\":\"a\",\"run_after_utc\":\"2099-01-01T00:00:00Z\"}");
        caller.enqueued("{\"type\":\"a\"}");
        server.clock.advance(Duration.ofMillis(1500));
        caller.enqueued("{\"type\":\"a\"}");

        assertThat(caller.get("/api/queue/status").has(200).text())
                .isEqualTo("{\"total_tasks\":6,\"scheduled_tasks\":1,\"queued_tasks\":2,\"processing_tasks\":1,"
                        + "\"completed_tasks\":1,\"failed_tasks\":0,\"cancelled_tasks\":1,"
                        + "\"oldest_queued_age_seconds\":1.5}");
    }
}
