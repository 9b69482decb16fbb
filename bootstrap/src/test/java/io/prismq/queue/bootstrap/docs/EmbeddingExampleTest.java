package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import io.prismq.queue.domain.port.SystemClock;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the documents show of Java. */
class EmbeddingExampleTest {
    private static final String JSON = "{\"word\":\"hello\"}";
    private static final Result ECHO = new Result("{\"echo\":{\"word\":\"hello\"}}");

    @Test
    void runsOnSqlite(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("queue.db");
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(file), new SystemClock())) {
            assertThat(EmbeddedQueue.echo(store, JSON))
                    .hasValueSatisfying(done -> assertThat(done.result()).isEqualTo(ECHO));
        }
    }

    @Test
    void runsInMemory() throws Exception {
        TaskStore store = new InMemoryTaskStore(new SystemClock());

        assertThat(EmbeddedQueue.echo(store, JSON))
                .hasValueSatisfying(done -> assertThat(done.result()).isEqualTo(ECHO));
    }

    @Test
    void runsAsAServer(@TempDir Path directory) throws Exception {
        Map<String, String> options = Map.of(
                "server.port",
                "0",
                "queue.db_path",
                directory.resolve("queue.db").toString());
        Configuration configuration =
                ConfigurationLoader.load(new ConfigurationSources(Optional.empty(), Map.of(), options));
        try (PrismqServer server = Launcher.serve(configuration, List.of(new EchoHandler()))) {
            post(server.address() + "/api/queue/enqueue", "{\"type\":\"echo\",\"payload\":%s}".formatted(JSON));

            assertThat(get(server.address() + "/api/queue/tasks/1?wait_seconds=10"))
                    .contains("\"result\":" + ECHO.json());
        }
    }

    private static void post(String uri, String body) throws Exception {
        send(HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String get(String uri) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(uri)).build());
    }

    private static String send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
