package io.prismq.queue.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.RunningCommandLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EventsIT {
    private static final int ROUNDS = 67;
    private static final int AT_A_TIME = 50;
    private static final List<Integer> KILLED_AFTER = List.of(20, 45);
    private static final int MOST_PER_CONNECTION = 150;
    private static final String LAST = "last";

    private final AtomicInteger connections = new AtomicInteger();

    @TempDir
    private Path directory;

    /** Enqueue, claim, complete: 10,050 transitions, while a reader comes and goes and the server is killed twice. */
    @Test
    void areHeardOnceAndInOrderByAReaderThatComesBack() throws Exception {
        try (CrashingServer server = new CrashingServer(directory.resolve("queue.db"), "--no-worker")) {
            CompletableFuture<List<JsonNode>> reader = CompletableFuture.supplyAsync(() -> heard(server));

            for (int round = 1; round <= ROUNDS; round++) {
                work(server.client());
                if (KILLED_AFTER.contains(round)) {
                    server.crash();
                }
            }
            server.client().enqueue("{\"type\":\"%s\"}".formatted(LAST));

            List<JsonNode> heard = reader.join();
            assertThat(connections).hasValueGreaterThanOrEqualTo(100);
            assertThat(heard).hasSize(3 * ROUNDS * AT_A_TIME + 1);
            assertThat(heard).extracting(EventsIT::id).isSorted().doesNotHaveDuplicates();
            assertThat(heard.stream()
                            .filter(event -> !event.get("type").asString().equals(LAST))
                            .collect(Collectors.groupingBy(
                                    event -> event.get("task_id").asLong(),
                                    Collectors.mapping(
                                            event -> event.get("kind").asString(), Collectors.toList())))
                            .values())
                    .hasSize(ROUNDS * AT_A_TIME)
                    .allMatch(List.of("enqueued", "claimed", "completed")::equals);
        }
    }

    @Test
    void ofAnotherProcessAreHeardToo() throws Exception {
        Path database = directory.resolve("queue.db");
        try (ServerProcess one = ServerProcess.start(database, "--no-worker");
                ServerProcess other = ServerProcess.start(database, "--no-worker");
                EventLines lines = new EventLines(one.client(), 0)) {
            long task = other.client().enqueue("{\"type\":\"a\"}");

            assertThat(lines.next().get("task_id").asLong()).isEqualTo(task);
        }
    }

    @Test
    void nameWhoAskedAlsoToWhoComesAfterACrash() throws Exception {
        Path database = directory.resolve("queue.db");
        String[] client = key(database, "enqueue");
        String[] worker = key(database, "work");
        try (CrashingServer server = new CrashingServer(database, "--no-worker")) {
            ApiClient api = server.client();
            api.enqueue("{\"type\":\"a\"}", client);
            JsonNode held = api.post("/api/queue/claims", "{\"worker_id\":\"w\",\"types\":[\"a\"]}", worker)
                    .body()
                    .get("tasks")
                    .get(0);
            String token =
                    "{\"lease_token\":\"%s\"}".formatted(held.get("lease_token").asString());
            assertThat(api.post("/api/queue/tasks/1/complete", token, worker).status())
                    .isEqualTo(200);
            api.enqueue("{\"type\":\"a\"}");

            server.crash();

            try (EventLines lines = new EventLines(server.client(), 0)) {
                assertThat(lines.next().get("by").asString()).isEqualTo(name(client));
                assertThat(lines.next().get("by").asString()).isEqualTo(name(worker));
                assertThat(lines.next().get("by").asString()).isEqualTo(name(worker));
                assertThat(lines.next().has("by")).isFalse();
            }
        }
    }

    /** The header with a new key. */
    private static String[] key(Path database, String scope) {
        RunningCommandLine create = RunningCommandLine.start(
                List.of("keys", "create", "--db", database.toString(), "--name", scope, "--scopes", scope));
        assertThat(create.ended()).isZero();
        return new String[] {"Authorization", "Bearer " + create.out().strip()};
    }

    private static String name(String[] header) {
        return "key " + header[1].substring("Bearer prismq_".length(), "Bearer prismq_0123456789ab".length());
    }

    private static void work(ApiClient client) {
        String task = "{\"type\":\"a\"}";
        String tasks = IntStream.range(0, AT_A_TIME).mapToObj(n -> task).collect(Collectors.joining(","));
        assertThat(client.post("/api/queue/enqueue/batch", "{\"tasks\":[" + tasks + "]}")
                        .status())
                .isEqualTo(201);
        JsonNode claimed = client.post(
                        "/api/queue/claims",
                        "{\"worker_id\":\"w\",\"types\":[\"a\"],\"max_tasks\":%d}".formatted(AT_A_TIME))
                .body()
                .get("tasks");
        String settlements = StreamSupport.stream(claimed.spliterator(), false)
                .map(held -> "{\"action\":\"complete\",\"task_id\":%d,\"lease_token\":\"%s\"}"
                        .formatted(
                                held.get("task_id").asLong(),
                                held.get("lease_token").asString()))
                .collect(Collectors.joining(","));
        assertThat(client.post("/api/queue/settlements", "{\"settlements\":[" + settlements + "]}")
                        .status())
                .isEqualTo(200);
    }

    /** Leaves after a while, by its own will or the server's, and comes back after the event that it heard last. */
    private List<JsonNode> heard(CrashingServer server) {
        Random random = new Random(1);
        List<JsonNode> heard = new ArrayList<>();
        while (heard.isEmpty()
                || !heard.get(heard.size() - 1).get("type").asString().equals(LAST)) {
            try {
                server.awaitUp();
                listen(server.client(), heard, 1 + random.nextInt(MOST_PER_CONNECTION));
            } catch (IOException connectionLost) {
                Thread.onSpinWait();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        return heard;
    }

    private void listen(ApiClient client, List<JsonNode> heard, int times) throws IOException, InterruptedException {
        long last = heard.isEmpty() ? 0 : id(heard.get(heard.size() - 1));
        try (EventLines lines = new EventLines(client, last)) {
            connections.incrementAndGet();
            for (int n = 0; n < times; n++) {
                JsonNode event = lines.next();
                heard.add(event);
                if (event.get("type").asString().equals(LAST)) {
                    return;
                }
            }
        }
    }

    private static long id(JsonNode event) {
        return event.get("event_id").asLong();
    }
}
