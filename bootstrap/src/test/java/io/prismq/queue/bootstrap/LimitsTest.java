package io.prismq.queue.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.process.ApiClient.Answer;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is configured about who may ask for how much holds for a whole server. */
class LimitsTest {
    private static final String TASK = "{\"type\":\"a\"}";

    private final Path database;

    LimitsTest(@TempDir Path directory) {
        database = directory.resolve("queue.db");
    }

    @Test
    void keepsTheTasksToANumber() {
        try (PrismqServer server = serve("limits.max_tasks", "2")) {
            ApiClient client = client(server);
            client.enqueue(TASK);
            long second = client.enqueue(TASK);

            Answer full = client.post("/api/queue/enqueue", TASK);

            assertThat(full.status()).isEqualTo(503);
            assertThat(full.body().get("type").asString()).endsWith("queue-full");
            assertThat(full.response().headers().firstValue("Retry-After")).isPresent();

            assertThat(client.post("/api/queue/tasks/%d/cancel".formatted(second), "")
                            .status())
                    .isEqualTo(200);
            assertThat(client.delete("/api/queue/tasks/" + second).status()).isEqualTo(204);
            client.enqueue(TASK);
        }
    }

    @Test
    void keepsTheDatabaseToASize() {
        try (PrismqServer server = serve("limits.max_database_bytes", "1")) {
            assertThat(client(server)
                            .post("/api/queue/enqueue", TASK)
                            .body()
                            .get("type")
                            .asString())
                    .endsWith("queue-full");
        }
    }

    @Test
    void keepsRequestsToARate() {
        try (PrismqServer server = serve("limits.requests_per_second", "1", "limits.burst", "1")) {
            ApiClient client = client(server);
            client.get("/api/queue/stats");

            assertThat(client.get("/api/queue/stats").status()).isEqualTo(429);
        }
    }

    @Test
    void letsThePagesOfListedOriginsAsk() throws IOException, InterruptedException {
        String origin = "https://ops.example.org";
        try (PrismqServer server = serve("server.cors_origins", "[" + origin + "]")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/api/queue/stats"))
                    .header("Origin", origin)
                    .build();

            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .contains(origin);
        }
    }

    private static ApiClient client(PrismqServer server) {
        return new ApiClient(server.address().toString());
    }

    private PrismqServer serve(String... options) {
        Map<String, String> all = new HashMap<>(Map.of("server.port", "0", "queue.db_path", database.toString()));
        for (int n = 0; n < options.length; n += 2) {
            all.put(options[n], options[n + 1]);
        }
        return Launcher.serve(
                ConfigurationLoader.load(new ConfigurationSources(Optional.empty(), Map.of(), all)), List.of());
    }
}
