package io.prismq.queue.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Many workers over HTTP while the server is killed again and again. By default small enough for every build;
 * {@code bin/soak} runs the large one.
 */
class WorkersCrashIT {
    private static final int WORKERS = Integer.getInteger("prismq.crash.workers", 10);
    private static final int TASKS = Integer.getInteger("prismq.crash.tasks", 2000);
    private static final int KILLS = Integer.getInteger("prismq.crash.kills", 3);
    private static final long SEED = Long.getLong("prismq.crash.seed", System.nanoTime());
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ConcurrentMap<Long, String> completedBy = new ConcurrentHashMap<>();
    private final ConcurrentMap<StubbornWorker.Settled, Boolean> refused = new ConcurrentHashMap<>();

    @TempDir
    private Path directory;

    @Test
    void completeEveryTaskOnceThoughTheServerIsKilledMeanwhile() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try (CrashingServer server = new CrashingServer(directory.resolve("queue.db"), "--no-worker")) {
            enqueueAll(server);
            List<Future<Void>> workers = new ArrayList<>();
            for (int number = 0; number < WORKERS; number++) {
                workers.add(threads.submit(
                        new StubbornWorker("worker-" + number, server, SEED + number, this::settled, this::isOver)));
            }
            Random random = new Random(SEED);
            for (int kill = 0; kill < KILLS; kill++) {
                awaitCompleted(TASKS * (kill + random.nextInt(100) / 100.0) / KILLS);
                server.crash();
            }
            awaitCompleted(TASKS);
            for (Future<Void> worker : workers) {
                worker.get();
            }

            assertThat(refused)
                    .as("settlements that were refused, seed %d", SEED)
                    .isEmpty();
            assertThat(stored(server)).as("results, seed %d", SEED).isEqualTo(completedBy);
            assertThat(completions(server))
                    .as("completed attempts, seed %d", SEED)
                    .hasSize(TASKS)
                    .allSatisfy((id, completions) -> assertThat(completions).isEqualTo(1));
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same settlement may be told twice, but no two may complete a task. */
    private void settled(StubbornWorker.Settled settled) {
        if (settled.status() != 200) {
            refused.put(settled, true);
        } else if (settled.outcome().equals("completed")) {
            String other = completedBy.putIfAbsent(settled.taskId(), settled.token());
            if (other != null && !other.equals(settled.token())) {
                refused.put(settled, true);
            }
        }
    }

    private void awaitCompleted(double tasks) {
        await().alias("%d of %d tasks completed, seed %d".formatted((long) tasks, TASKS, SEED))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> completedBy.size() >= tasks || isOver());
    }

    private boolean isOver() {
        return completedBy.size() == TASKS || !refused.isEmpty();
    }

    private static void enqueueAll(CrashingServer server) {
        for (int from = 0; from < TASKS; from += BATCH) {
            String batch = IntStream.range(from, Math.min(TASKS, from + BATCH))
                    .mapToObj(number ->
                            "{\"type\":\"email\",\"max_attempts\":100,\"priority\":%d}".formatted(1 + number % 7))
                    .collect(Collectors.joining(",", "{\"tasks\":[", "]}"));
            assertThat(server.client().post("/api/queue/enqueue/batch", batch).status())
                    .isEqualTo(201);
        }
    }

    /** The result of each task that is completed. */
    private static Map<Long, String> stored(CrashingServer server) {
        return IntStream.rangeClosed(1, TASKS)
                .mapToObj(id -> server.client().get("/api/queue/tasks/" + id).body())
                .filter(task -> task.get("status").asString().equals("completed"))
                .collect(Collectors.toMap(
                        task -> task.get("task_id").asLong(),
                        task -> task.get("result").asString()));
    }

    /** How many attempts of each task completed it. */
    private static Map<Long, Long> completions(CrashingServer server) {
        return IntStream.rangeClosed(1, TASKS)
                .boxed()
                .collect(Collectors.toMap(
                        Integer::longValue,
                        id -> completions(server.client()
                                .get("/api/queue/tasks/%d/attempts".formatted(id))
                                .body())));
    }

    private static long completions(JsonNode attempts) {
        return IntStream.range(0, attempts.size())
                .filter(index -> attempts.get(index).get("outcome").asString("").equals("completed"))
                .count();
    }
}
