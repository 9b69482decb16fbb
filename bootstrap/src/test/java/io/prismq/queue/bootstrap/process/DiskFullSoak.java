package io.prismq.queue.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On a small disk of its own, which {@code bin/soak disk-full} mounts: not part of the suite. */
class DiskFullSoak {
    private static final Path DISK = Path.of(System.getProperty("prismq.disk", "."));
    private static final int BALLAST = 16 << 20;
    private static final String TASK = "{\"type\":\"email\",\"payload\":{\"text\":\"" + "x".repeat(50_000) + "\"}}";

    @Test
    void losesNothingAndGoesOnWhenThereIsRoom() throws IOException {
        Path ballast = Files.write(DISK.resolve("ballast"), new byte[BALLAST]);
        try (ServerProcess server = ServerProcess.start(DISK.resolve("queue.db"), "--no-worker")) {
            ApiClient client = server.client();
            long acknowledged = 0;
            ApiClient.Answer answer = client.post("/api/queue/enqueue", TASK);
            while (answer.status() == 201) {
                acknowledged++;
                answer = client.post("/api/queue/enqueue", TASK);
            }
            assertThat(acknowledged).isGreaterThan(10);
            assertThat(answer.status()).as("%s", answer).isEqualTo(503);
            assertThat(answer.body().get("type").asString()).endsWith("store-full");
            assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(total(client)).isEqualTo(acknowledged);

            Files.delete(ballast);

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> client.post("/api/queue/enqueue", TASK).status() == 201);
            assertThat(total(client)).isEqualTo(acknowledged + 1);
        }
        Program.Ending check = Program.run(
                Map.of(), "db", "check", "--db", DISK.resolve("queue.db").toString());
        assertThat(check.exitCode()).as("%s", check).isZero();
    }

    private static long total(ApiClient client) {
        ApiClient.Answer answer = client.get("/api/queue/stats");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().get("total_tasks").asLong();
    }
}
