package io.prismq.queue.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.process.ApiClient.Answer;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maintenance without the queue, on a whole server that has no worker. */
class MaintenanceAtOnceTest {
    private final PrismqServer server;
    private final ApiClient client;

    MaintenanceAtOnceTest(@TempDir Path directory) {
        Map<String, String> options = Map.of(
                "server.port",
                "0",
                "worker.enabled",
                "false",
                "queue.db_path",
                directory.resolve("queue.db").toString());
        server = Launcher.serve(
                ConfigurationLoader.load(
                        new ConfigurationSources(Optional.empty(), Map.of("PRISMQ_USE_TASK_QUEUE", "false"), options)),
                List.of());
        client = new ApiClient(server.address().toString());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "cleanup-runs, deleted",
        "health-check, checks",
        "cleanup-temp-files, deleted_files",
        "log-statistics, total_tasks"
    })
    void isAnsweredWithItsResult(String operation, String field) {
        Answer answer = client.post("/api/system/maintenance/" + operation, "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().has(field)).as(answer.body().toString()).isTrue();
        assertThat(client.get("/api/queue/stats").body().get("total_tasks").asInt())
                .isZero();
    }

    @Test
    void isATaskWhereTheCallerWantsOne() {
        Answer answer = client.post("/api/system/maintenance/health-check/async", "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(client.get("/api/system/maintenance/tasks")
                        .body()
                        .get(0)
                        .get("status")
                        .asString())
                .isEqualTo("queued");
    }
}
