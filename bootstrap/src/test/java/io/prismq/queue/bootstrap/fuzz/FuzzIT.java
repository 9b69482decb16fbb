package io.prismq.queue.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.RunningCommandLine;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Thousands of requests, most of them wrong, to every operation: none may be a mistake of the server, tell of its inside,
 * or harm what is stored. The same seed makes the same requests, but for what they take from answers.
 */
class FuzzIT {
    private static final long SEED = Long.getLong("prismq.fuzz.seed", 1);
    private static final int REQUESTS = Integer.getInteger("prismq.fuzz.requests", 5_000);
    private static final int CLIENTS = 4;
    private static final int ENOUGH = 20;

    private final Path directory;
    private final Path database;
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> counts = new ConcurrentSkipListMap<>();

    FuzzIT(@TempDir Path directory) {
        this.directory = directory;
        this.database = directory.resolve("queue.db");
    }

    @Test
    @Timeout(300)
    void nothingThatIsSentIsAMistakeOfTheServerOrHarmsTheFile() throws Exception {
        try (PrismqServer server = serve()) {
            ApiClient client = new ApiClient(server.address().toString());
            JsonNode document = client.get("/openapi.json").body();
            int port = Integer.parseInt(client.port());
            everybody(number -> attack(port, document, new Random(SEED * CLIENTS + number)));

            assertThat(faults).as("seed %d, answers %s", SEED, counts).isEmpty();
            assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(REQUESTS);
            assertThat(counts.keySet()).as("kinds of answers").contains("2xx", "4xx");
            assertThat(worksAsBefore(client)).isEqualTo("completed");
        }
        RunningCommandLine check = RunningCommandLine.start(List.of("db", "check", "--db", database.toString()));
        assertThat(check.ended()).as("seed %d: %s", SEED, check).isZero();
    }

    private void everybody(Attack attack) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Void>> attacks = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                int client = number;
                attacks.add(() -> {
                    attack.by(client);
                    return null;
                });
            }
            for (Future<Void> done : clients.invokeAll(attacks)) {
                done.get(1, TimeUnit.SECONDS);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private void attack(int port, JsonNode document, Random random) throws Exception {
        Memory memory = new Memory();
        Forge forge = new Forge(document, memory, random);
        try (Wire wire = new Wire(port)) {
            for (int number = 0; number < REQUESTS / CLIENTS && faults.size() < ENOUGH; number++) {
                Forged request = forge.next();
                Optional<Answered> answer = wire.send(request);
                answer.ifPresent(answered -> {
                    memory.hear(answered.json(), answered.header("Link"));
                    answered.faults(directory.toString())
                            .forEach(fault -> faults.add("%s%n%s%n-> %s".formatted(fault, request, answered)));
                });
                counts.merge(
                        answer.map(answered -> answered.status() / 100 + "xx").orElse("none"), 1, Integer::sum);
            }
        }
    }

    /** A task of a type that no request has named goes its way. */
    private static String worksAsBefore(ApiClient client) {
        long task = client.enqueue("{\"type\":\"after.all\"}");
        JsonNode claimed = client.post("/api/queue/claims", "{\"worker_id\":\"w\",\"types\":[\"after.all\"]}")
                .body()
                .at("/tasks/0");
        assertThat(claimed.path("task_id").asLong()).isEqualTo(task);
        String token = claimed.get("lease_token").asString();
        client.post("/api/queue/tasks/" + task + "/complete", "{\"lease_token\":\"" + token + "\"}");
        return client.get("/api/queue/tasks/" + task).body().get("status").asString();
    }

    private PrismqServer serve() {
        return Launcher.serve(
                ConfigurationLoader.load(new ConfigurationSources(
                        Optional.empty(),
                        Map.of(),
                        Map.of(
                                "server.port", "0",
                                "queue.durability", "normal",
                                "queue.db_path", database.toString()))),
                List.of());
    }

    private interface Attack {
        void by(int client) throws Exception;
    }
}
