package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that take the server's memory. */
@Timeout(30)
class LargeBodiesTest {
    private static final int KIB = 1 << 10;
    private static final String SMALL = "{\"type\":\"a\"}";
    private static final String LARGE = SMALL + " ".repeat(200 * KIB);

    private final TestServer server = TestServer.startWith(Limits.DEFAULT.withBodyBytes(1000 * KIB));
    private final Caller caller = server.caller();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void areRefusedWhereThoseOfOthersLeaveNoRoom() {
        try (TestServer crowded = TestServer.startWith(Limits.DEFAULT.withBodyBytes(300 * KIB))) {
            Caller other = crowded.caller();
            String large = SMALL + " ".repeat(70 * KIB);
            CompletableFuture<Answer> waits = other.postLater(
                    "/api/queue/claims",
                    "{\"worker_id\":\"w\",\"types\":[\"a\"],\"wait_seconds\":30}" + " ".repeat(70 * KIB));
            while (other.get("/api/queue/workers").json().isEmpty()) {
                Thread.onSpinWait();
            }
            Answer refused = other.enqueue(large);
            refused.isProblem(503, "too-many-bodies");
            assertThat(refused.header("Retry-After")).isEqualTo("5");

            other.enqueue(SMALL).has(201);

            assertThat(waits.join().status()).isEqualTo(200);
            while (other.enqueue(large).status() != 201) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void giveTheirRoomBackWhateverTheirEnd() {
        for (int n = 0; n < 20; n++) {
            caller.enqueue(LARGE).has(201);
            caller.enqueue("x" + LARGE).has(400);
            caller.enqueue(SMALL + " ".repeat(1100 * KIB)).has(413);
            caller.enqueue(SMALL + " ".repeat(300 * KIB)).isProblem(503, "too-many-bodies");
        }
        caller.enqueue(LARGE).has(201);
    }

    @Test
    void areTakenInAsTheyAreWhateverTheirLength() {
        for (int length : new int[] {16 * KIB - 1, 16 * KIB, 16 * KIB + 1, 40 * KIB, 64 * KIB}) {
            String payload = "{\"text\":\"" + "é".repeat((length - 40) / 2) + "\"}";
            String body = "{\"type\":\"a\",\"payload\":" + payload + "}";
            String padded = body + " ".repeat(length - body.getBytes(StandardCharsets.UTF_8).length);

            long task = caller.enqueued(padded);

            assertThat(caller.get("/api/queue/tasks/" + task)
                            .json()
                            .required("payload")
                            .toString())
                    .isEqualTo(payload);
        }
    }
}
