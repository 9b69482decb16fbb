package io.prismq.queue.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashIT {
    private static final int ENQUEUES = 200;
    private static final int BEFORE_THE_KILL = 60;

    @TempDir
    private Path directory;

    @Test
    void keepsEveryTaskThatItAcknowledged() throws InterruptedException {
        Path database = directory.resolve("queue.db");
        Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
        CountDownLatch enough = new CountDownLatch(BEFORE_THE_KILL);
        try (ServerProcess server = ServerProcess.start(database, "--no-worker")) {
            ApiClient client = server.client();
            CompletableFuture<?>[] requests = IntStream.range(0, ENQUEUES)
                    .mapToObj(number -> client.postAsync(
                                    "/api/queue/enqueue",
                                    "{\"type\":\"email\",\"payload\":{\"number\":%d}}".formatted(number))
                            .thenAccept(answer -> {
                                if (answer.status() == 201) {
                                    acknowledged.add(
                                            answer.body().get("task_id").asLong());
                                    enough.countDown();
                                }
                            })
                            .exceptionally(connectionLost -> null))
                    .toArray(CompletableFuture[]::new);
            enough.await();
            server.kill();
            CompletableFuture.allOf(requests).join();
        }

        try (ServerProcess server = ServerProcess.start(database, "--no-worker")) {
            ApiClient client = server.client();
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(client.get("/api/queue/tasks/" + id)
                                    .body()
                                    .get("status")
                                    .asString())
                            .isEqualTo("queued"));
            assertThat(client.get("/api/queue/stats").body().get("total_tasks").asLong())
                    .isBetween((long) acknowledged.size(), (long) ENQUEUES);
        }
    }

    @Test
    void runsATaskAgainWhoseWorkerDied() {
        Path database = directory.resolve("queue.db");
        String claim = "{\"worker_id\":\"w\",\"types\":[\"email\"],\"lease_seconds\":1}";
        long id;
        try (ServerProcess server = ServerProcess.start(database, "--no-worker")) {
            id = server.client().enqueue("{\"type\":\"email\"}");
            assertThat(server.client().post("/api/queue/claims", claim).body().get("tasks"))
                    .hasSize(1);
            server.kill();
        }

        try (ServerProcess server = ServerProcess.start(database, "--no-worker")) {
            ApiClient client = server.client();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> client.get("/api/queue/tasks/" + id)
                            .body()
                            .get("status")
                            .asString()
                            .equals("queued"));
            assertThat(client.get("/api/queue/tasks/" + id)
                            .body()
                            .get("failure_kind")
                            .asString())
                    .isEqualTo("lease_expired");
            assertThat(client.post("/api/queue/claims", claim)
                            .body()
                            .at("/tasks/0/attempts")
                            .asInt())
                    .isEqualTo(2);
        }
    }
}
