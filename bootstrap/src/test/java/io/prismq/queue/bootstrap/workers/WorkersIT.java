package io.prismq.queue.bootstrap.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.process.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is expected of a worker in any language. */
@Timeout(300)
class WorkersIT {
    private static final int TASKS = 100;
    private static final int BEFORE_THE_KILL = 30;
    private static final int LEASE_SECONDS = 30;
    private static final int SHORT_LEASE_SECONDS = 6;

    @TempDir
    private static Path directory;

    private static ServerProcess server;
    private static ApiClient client;

    @BeforeAll
    static void startAServer() {
        server = ServerProcess.start(directory.resolve("shared.db"), "--no-worker");
        client = server.client();
    }

    @AfterAll
    static void stopTheServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void completesEveryTaskThoughTheServerIsKilled(Kind kind) {
        Path database = directory.resolve(kind + ".db");
        try (ServerProcess killed = ServerProcess.start(database, "--no-worker");
                WorkerProcess worker = WorkerProcess.start(kind.worker(killed.address(), LEASE_SECONDS), directory)) {
            killed.client().post("/api/queue/enqueue/batch", greetings());
            ended(killed.client(), BEFORE_THE_KILL);
            killed.kill();
            try (ServerProcess again = ServerProcess.startAt(killed.client().port(), database, "--no-worker")) {
                for (int id = 1; id <= TASKS; id++) {
                    assertThat(ended(again.client(), id).at("/result/greeting").asString())
                            .as(worker.printed())
                            .isEqualTo("Hello, number %d!".formatted(id));
                }
                assertThat(worker.terminate()).as(worker.printed()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatWentWrongAndStopsWhereItWaits(Kind kind) {
        try (WorkerProcess worker = WorkerProcess.start(kind.worker(server.address(), LEASE_SECONDS), directory)) {
            JsonNode failed = ended(client, enqueue("example.fail", "{\"reason\":\"no such 'person'\"}"));

            assertThat(failed.get("status").asString()).as(worker.printed()).isEqualTo("failed");
            assertThat(failed.get("failure_kind").asString()).isEqualTo("rejected");
            assertThat(failed.get("error_message").asString()).isEqualTo("no such 'person'");
            assertThat(worker.terminate()).as(worker.printed()).isZero();
        }
    }

    /** Without one, they would be let in; a wrong one is refused. */
    @ParameterizedTest
    @EnumSource
    void presentsItsKey(Kind kind) {
        ProcessBuilder keyed = kind.worker(server.address(), LEASE_SECONDS);
        keyed.environment().put("PRISMQ_KEY", "wrong");
        try (WorkerProcess worker = WorkerProcess.start(keyed, directory)) {
            assertThat(worker.awaitEnd()).as(worker.printed()).isEqualTo(1);
            assertThat(worker.printed()).contains("This is not a key of this server");
        }
    }

    /** All at the same time: each has room for one task, and none stops before it has one. */
    @Test
    void keepATaskLongerThanTheirLeaseAndFinishItBeforeTheyStop() {
        List<Long> tasks = new ArrayList<>();
        List<WorkerProcess> workers = new ArrayList<>();
        try {
            for (Kind kind : Kind.values()) {
                workers.add(WorkerProcess.start(kind.worker(server.address(), SHORT_LEASE_SECONDS), directory));
                tasks.add(enqueue("example.greet", "{\"name\":\"Ada\",\"seconds\":8}"));
            }
            tasks.forEach(WorkersIT::awaitProgress);
            workers.forEach(worker -> worker.send("TERM"));

            assertThat(workers)
                    .allSatisfy(worker ->
                            assertThat(worker.awaitEnd()).as(worker.printed()).isZero());
            assertThat(tasks).allSatisfy(WorkersIT::assertGreetedOnce);
            assertThat(tasks.stream().map(WorkersIT::workerOf)).containsExactlyInAnyOrder(names());
        } finally {
            workers.forEach(WorkerProcess::close);
        }
    }

    private static void awaitProgress(long id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.get("/api/queue/tasks/" + id)
                        .body()
                        .at("/progress/message")
                        .asString("")
                        .equals("thinking"));
    }

    private static void assertGreetedOnce(long id) {
        JsonNode completed = ended(client, id);
        assertThat(completed.at("/result/greeting").asString()).isEqualTo("Hello, Ada!");
        assertThat(completed.get("attempts").asInt()).isEqualTo(1);
        assertThat(client.get("/api/queue/tasks/%d/logs".formatted(id)).body())
                .extracting(line -> line.get("message").asString())
                .containsExactly("greeting Ada");
    }

    private static String workerOf(long id) {
        return client.get("/api/queue/tasks/%d/attempts".formatted(id))
                .body()
                .at("/0/worker_id")
                .asString();
    }

    private static String[] names() {
        return Stream.of(Kind.values()).map(Kind::name).toArray(String[]::new);
    }

    private static long enqueue(String type, String payload) {
        return client.enqueue("{\"type\":\"%s\",\"payload\":%s}".formatted(type, payload));
    }

    private static JsonNode ended(ApiClient client, long id) {
        return client.get("/api/queue/tasks/%d?wait_seconds=60".formatted(id)).body();
    }

    private static String greetings() {
        return IntStream.rangeClosed(1, TASKS)
                .mapToObj("{\"type\":\"example.greet\",\"payload\":{\"name\":\"number %d\"}}"::formatted)
                .collect(Collectors.joining(",", "{\"tasks\":[", "]}"));
    }
}
