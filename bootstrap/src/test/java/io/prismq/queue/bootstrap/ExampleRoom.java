package io.prismq.queue.bootstrap;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.KeyDigest;
import io.prismq.queue.domain.access.KeyId;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.port.SystemClock;
import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The directory that a person stands in who tries the examples, with all that they name: the database {@code q.db} of a
 * queue that has been at work, a payload, a program for {@code prismq worker}, a folder of plugins.
 *
 * <p>Tasks of the database: 1 is completed, 2 and 3 are queued, 4 has failed, 5 was cancelled. It has the key
 * 0123456789ab.
 */
record ExampleRoom(Path directory) {
    private static final String DATABASE = "q.db";

    /** Prepares the directory. */
    static ExampleRoom in(Path directory) throws IOException {
        ExampleRoom room = new ExampleRoom(directory);
        Files.createDirectory(directory.resolve("handlers"));
        Files.writeString(directory.resolve("payload.json"), "{\"to\": \"ada@example.org\"}");
        Files.writeString(directory.resolve("send.py"), "print('{\"sent\": true}')");
        try (PrismqServer server = room.serve(DATABASE)) {
            putTasks(new ApiClient(server.address().toString()));
        }
        putKey(directory.resolve(DATABASE));
        return room;
    }

    /** The same in another directory. */
    ExampleRoom copyTo(Path other) throws IOException {
        Files.createDirectory(other.resolve("handlers"));
        for (String file : List.of("payload.json", "send.py", DATABASE)) {
            Files.copy(directory.resolve(file), other.resolve(file));
        }
        return new ExampleRoom(other);
    }

    /** A server at work on a copy of the database: the file itself is used by nobody. */
    PrismqServer serve() throws IOException {
        Files.copy(directory.resolve(DATABASE), directory.resolve("served.db"));
        return serve("served.db");
    }

    private PrismqServer serve(String database) {
        Map<String, String> options = Map.of(
                "server.port", "0", "queue.db_path", directory.resolve(database).toString());
        return Launcher.serve(
                ConfigurationLoader.load(new ConfigurationSources(Optional.empty(), Map.of(), options)), List.of());
    }

    private static void putTasks(ApiClient client) {
        client.enqueue("{\"type\":\"cleanup_runs\"}");
        client.get("/api/queue/tasks/1?wait_seconds=20");
        client.enqueue("{\"type\":\"email.send\",\"payload\":{\"to\":\"ada@example.org\"}}");
        client.enqueue("{\"type\":\"email.send\",\"payload\":{\"to\":\"alan@example.org\"}}");
        client.enqueue("{\"type\":\"video.encode\",\"payload\":{\"format\":\"mp4\"}}");
        failTheVideo(client);
        client.enqueue("{\"type\":\"email.send\"}");
        client.post("/api/queue/tasks/5/cancel", "");
    }

    private static void putKey(Path database) {
        ApiKey key = new ApiKey(
                new KeyId("0123456789ab"),
                "billing",
                new Grant(Set.of(Scope.ENQUEUE), Set.of()),
                new KeyDigest("0f".repeat(32)),
                Tasks.NOW,
                null,
                null);
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(database), new SystemClock())) {
            store.write(tx -> {
                        tx.keys().put(key);
                        return key;
                    })
                    .toCompletableFuture()
                    .join();
        }
    }

    private static void failTheVideo(ApiClient client) {
        JsonNode claimed = client.post(
                        "/api/queue/claims", "{\"worker_id\":\"encoder-1\",\"types\":[\"video.encode\"]}")
                .body();
        String token = claimed.at("/tasks/0/lease_token").asString();
        client.post(
                "/api/queue/tasks/4/heartbeat",
                "{\"lease_token\":\"%s\",\"log\":[{\"level\":\"info\",\"message\":\"first pass took 12 s\"}]}"
                        .formatted(token));
        client.post(
                "/api/queue/tasks/4/fail",
                "{\"lease_token\":\"%s\",\"error_message\":\"no room for the second pass\",\"retryable\":false}"
                        .formatted(token));
    }
}
