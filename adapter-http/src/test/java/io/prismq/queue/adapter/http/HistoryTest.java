package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class HistoryTest extends ServerTest {
    private Worker worker;

    @BeforeEach
    void enqueue() {
        worker = new Worker(caller);
        caller.enqueued("{\"type\":\"a\",\"max_attempts\":3}");
    }

    @Nested
    class Attempts {
        private String attempts() {
            return caller.get("/api/queue/tasks/1/attempts").has(200).text();
        }

        @Test
        void areNoneBeforeTheFirstClaim() {
            assertThat(attempts()).isEqualTo("[]");
        }

        @Test
        void tellHowEachEndedTheOldestFirst() {
            Answer first = worker.claim("a");
            server.clock.advance(Duration.ofSeconds(2));
            worker.says("fail", first, "\"error_message\":\"no room\",\"retry_after_seconds\":0")
                    .has(200);
            server.upkeep.promoteDue().toCompletableFuture().join();
            new Worker(caller, "other").claim("a");

            assertThat(attempts())
                    .isEqualTo("[{\"attempt\":1,\"claim_no\":1,\"worker_id\":\"w\","
                            + "\"started_at_utc\":\"2026-01-01T00:00:00.000Z\","
                            + "\"ended_at_utc\":\"2026-01-01T00:00:02.000Z\","
                            + "\"outcome\":\"failed\",\"error_message\":\"no room\"},"
                            + "{\"attempt\":2,\"claim_no\":2,\"worker_id\":\"other\","
                            + "\"started_at_utc\":\"2026-01-01T00:00:02.000Z\","
                            + "\"ended_at_utc\":null,\"outcome\":null,\"error_message\":null}]");
        }

        @Test
        void tellEveryWayToEnd() {
            worker.says("release", worker.claim("a"), "").has(200);
            worker.claim("a");
            endLeasesAfter(Duration.ofSeconds(31));
            worker.says("fail", worker.claim("a"), "\"error_message\":\"x\",\"retryable\":false")
                    .has(200);
            caller.post("/api/queue/tasks/1/retry").has(200);
            worker.claim("a");
            caller.post("/api/queue/tasks/1/cancel").has(200);
            caller.post("/api/queue/tasks/1/retry").has(200);
            worker.claims("\"types\":[\"a\"],\"lease_seconds\":86400").has(200);
            endLeasesAfter(Duration.ofHours(2));
            server.clock.advance(Duration.ofHours(1));
            server.upkeep.promoteDue().toCompletableFuture().join();
            worker.complete("a", "1");

            JsonNode attempts = caller.get("/api/queue/tasks/1/attempts").json();

            assertThat(attempts.findValuesAsString("outcome"))
                    .containsExactly("released", "lease_expired", "rejected", "cancelled", "timeout", "completed");
            assertThat(attempts.findValuesAsString("attempt")).containsExactly("1", "1", "2", "1", "1", "2");
            assertThat(attempts.findValuesAsString("claim_no")).containsExactly("1", "2", "3", "4", "5", "6");
        }

        @Test
        void ofAnUnknownTaskAreNotFound() {
            caller.get("/api/queue/tasks/99/attempts").isProblem(404, "not-found");
        }

        private void endLeasesAfter(Duration time) {
            server.clock.advance(time);
            server.upkeep
                    .endLeases(server.clock.now().minus(time).minusSeconds(60))
                    .toCompletableFuture()
                    .join();
        }
    }

    @Nested
    class Log {
        private void log(int lines) {
            Answer claimed = worker.claim("a");
            for (int line = 1; line <= lines; line++) {
                worker.says(
                                "heartbeat",
                                claimed,
                                "\"log\":[{\"level\":\"info\",\"message\":\"line %d\"}]".formatted(line))
                        .has(200);
            }
        }

        @Test
        void isEmptyBeforeTheFirstLine() {
            assertThat(caller.get("/api/queue/tasks/1/logs").has(200).text()).isEqualTo("[]");
        }

        @Test
        void leadsFromPageToPage() {
            log(5);

            List<String> seen = new ArrayList<>();
            String next = "/api/queue/tasks/1/logs?limit=2";
            int pages = 0;
            for (; !next.isEmpty(); pages++) {
                Answer page = caller.get(next).has(200);
                seen.addAll(page.json().findValuesAsString("message"));
                next = next(page);
            }

            assertThat(seen).containsExactly("line 1", "line 2", "line 3", "line 4", "line 5");
            assertThat(pages).isEqualTo(3);
        }

        @Test
        void hasNoNextPageAfterTheLastLine() {
            log(2);

            assertThat(next(caller.get("/api/queue/tasks/1/logs?limit=2").has(200)))
                    .isEmpty();
            assertThat(caller.get("/api/queue/tasks/1/logs?after=2").has(200).text())
                    .isEqualTo("[]");
        }

        @Test
        void holdsAHundredLinesWhereNothingIsSaid() {
            String line = "{\"level\":\"info\",\"message\":\"x\"}";
            worker.says(
                            "heartbeat",
                            worker.claim("a"),
                            "\"log\":[" + String.join(",", Collections.nCopies(101, line)) + "]")
                    .has(200);

            assertThat(caller.get("/api/queue/tasks/1/logs").json()).hasSize(100);
            assertThat(caller.get("/api/queue/tasks/1/logs?limit=1000").json()).hasSize(101);
            assertThat(caller.get("/api/queue/tasks/1/logs?after=99").json()).hasSize(2);
        }

        @Test
        void endsAPageAtFourMebibytes() {
            Answer claimed = worker.claim("a");
            String line = "{\"level\":\"info\",\"message\":\"" + "y".repeat(8 << 10) + "\"}";
            String lines = "\"log\":[" + String.join(",", Collections.nCopies(103, line)) + "]";
            for (int n = 0; n < 5; n++) {
                worker.says("heartbeat", claimed, lines).has(200);
            }

            Answer page = caller.get("/api/queue/tasks/1/logs?limit=1000").has(200);

            assertThat(page.json()).hasSize(512);
            assertThat(caller.get(next(page)).has(200).json()).hasSize(3);
        }

        @Test
        void countsDetailsToo() {
            String details = "\"" + "y".repeat((64 << 10) - 2) + "\"";
            for (int n = 0; n < 65; n++) {
                worker.says(
                                "fail",
                                worker.claim("a"),
                                "\"error_message\":\"x\",\"retryable\":false,\"error_details\":" + details)
                        .has(200);
                caller.post("/api/queue/tasks/1/retry").has(200);
            }

            assertThat(caller.get("/api/queue/tasks/1/logs").has(200).json()).hasSize(64);
        }

        @Test
        void ofAnUnknownTaskIsNotFound() {
            caller.get("/api/queue/tasks/99/logs").isProblem(404, "not-found");
        }

        private static String next(Answer page) {
            return page.header("Link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
        }
    }
}
