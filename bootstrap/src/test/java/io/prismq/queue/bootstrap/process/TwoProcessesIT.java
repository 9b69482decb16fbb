package io.prismq.queue.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TwoProcessesIT {
    private static final int TASKS = 10_000;
    private static final int BATCH = 1000;
    private static final int WORKERS_PER_SERVER = 8;
    private static final String CLAIM =
            "{\"worker_id\":\"%s\",\"types\":[\"email\"],\"max_tasks\":10,\"lease_seconds\":600}";

    private final ConcurrentMap<Long, AtomicInteger> runs = new ConcurrentHashMap<>();

    @TempDir
    private Path directory;

    @Test
    void shareAFileWithoutLosingATaskOrRunningOneTwice() throws InterruptedException, ExecutionException {
        Path database = directory.resolve("queue.db");
        try (ServerProcess first = ServerProcess.start(database, "--no-worker");
                ServerProcess second = ServerProcess.start(database, "--no-worker")) {
            enqueueAll(first.client());

            drain(List.of(first.client(), second.client()));

            assertThat(runs).hasSize(TASKS);
            assertThat(runs.values()).allMatch(count -> count.get() == 1);
            assertThat(second.client()
                            .get("/api/queue/stats")
                            .body()
                            .get("completed_tasks")
                            .asInt())
                    .isEqualTo(TASKS);
        }
    }

    private static void enqueueAll(ApiClient client) {
        String batch = IntStream.range(0, BATCH)
                .mapToObj(number -> "{\"type\":\"email\"}")
                .collect(Collectors.joining(",", "{\"tasks\":[", "]}"));
        for (int sent = 0; sent < TASKS; sent += BATCH) {
            assertThat(client.post("/api/queue/enqueue/batch", batch).status()).isEqualTo(201);
        }
    }

    private void drain(List<ApiClient> clients) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size() * WORKERS_PER_SERVER);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (ApiClient client : clients) {
                for (int number = 0; number < WORKERS_PER_SERVER; number++) {
                    String claim = CLAIM.formatted("worker-" + workers.size());
                    workers.add(threads.submit(() -> work(client, claim)));
                }
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Claims and completes until nothing is left. */
    private void work(ApiClient client, String claim) {
        JsonNode tasks = claimed(client, claim);
        while (!tasks.isEmpty()) {
            for (JsonNode task : tasks) {
                long id = task.get("task_id").asLong();
                runs.computeIfAbsent(id, first -> new AtomicInteger()).incrementAndGet();
                assertThat(client.post(
                                        "/api/queue/tasks/%d/complete".formatted(id),
                                        "{\"lease_token\":\"%s\"}"
                                                .formatted(
                                                        task.get("lease_token").asString()))
                                .status())
                        .isEqualTo(200);
            }
            tasks = claimed(client, claim);
        }
    }

    private static JsonNode claimed(ApiClient client, String claim) {
        ApiClient.Answer answer = client.post("/api/queue/claims", claim);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().get("tasks");
    }
}
