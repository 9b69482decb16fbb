package io.prismq.queue.bootstrap.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.process.Program;
import io.prismq.queue.bootstrap.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code prismq worker} against the real server. Each test has a task type of its own. */
@Timeout(60)
class WorkerCommandIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private static Path directory;

    private static ServerProcess server;
    private static ApiClient client;

    @BeforeAll
    static void startAServer() throws IOException {
        Path configuration = Files.writeString(
                directory.resolve("prismq.yaml"), "types: {slow: {timeout_seconds: 1, max_attempts: 1}}");
        server =
                ServerProcess.start(directory.resolve("queue.db"), "--no-worker", "--config", configuration.toString());
        client = server.client();
    }

    @AfterAll
    static void stopTheServer() {
        server.close();
    }

    @Test
    void tellsProgressAndLogAndResult() {
        try (WorkerProcess worker = worker(
                "noisy",
                List.of(),
                "echo one >&2; echo 'progress: 40 half way' >&2;"
                        + " echo two >&2; echo working; echo '{\"price\": 1.10}'")) {
            long id = enqueue("noisy");

            JsonNode task = ended(id);
            assertThat(task.get("result").toString()).as(worker.printed()).isEqualTo("{\"price\":1.1}");
            assertThat(task.get("progress").toString()).isEqualTo("{\"percent\":40,\"message\":\"half way\"}");
            assertThat(client.get("/api/queue/tasks/%d/logs".formatted(id)).body())
                    .extracting(line -> line.get("level").asString() + " "
                            + line.get("message").asString())
                    .containsExactly("info one", "info two");
        }
    }

    @Test
    void killsACancelledCommandWithItsGrandchildren() {
        try (WorkerProcess worker = worker(
                "cancelled", List.of("--lease-seconds", "3"), "(sleep 600 & echo $! >&2; wait); echo survived")) {
            long id = enqueue("cancelled");
            await().atMost(PATIENCE)
                    .until(() -> !client.get("/api/queue/tasks/%d/logs".formatted(id))
                            .body()
                            .isEmpty());
            long grandchild = client.get("/api/queue/tasks/%d/logs".formatted(id))
                    .body()
                    .at("/0/message")
                    .asLong();
            CompletableFuture<ProcessHandle> end =
                    ProcessHandle.of(grandchild).orElseThrow().onExit();
            client.post("/api/queue/tasks/%d/cancel".formatted(id), "");

            assertThat(end).as(worker.printed()).succeedsWithin(PATIENCE);
            assertThat(ended(id).get("status").asString()).isEqualTo("cancelled");
        }
    }

    @Test
    void killsACommandThatTakesLongerThanAnAttemptMay() {
        try (WorkerProcess worker = worker("slow", List.of(), "echo $$ > " + directory + "/slow; exec sleep 600")) {
            long id = enqueue("slow");

            assertThat(ended(id).get("failure_kind").asString()).isEqualTo("timeout");
            await().atMost(PATIENCE).until(() -> hasEnded(directory.resolve("slow")));
        }
    }

    @Test
    void failsForGoodByExitCode65AndForNowByAnyOther() {
        try (WorkerProcess worker = worker(
                "failing", List.of(), "if [ $PRISMQ_ATTEMPT = 1 ]; then echo 'no route' >&2; exit 1; fi; exit 65")) {
            JsonNode failed = ended(enqueue("failing"));

            assertThat(failed.get("failure_kind").asString())
                    .as(worker.printed())
                    .isEqualTo("rejected");
            assertThat(failed.get("attempts").asInt()).isEqualTo(2);
            assertThat(failed.get("error_message").asString()).isEqualTo("exit code 65");
        }
    }

    @Test
    void changesNothingWhenItComesLate() throws IOException {
        Path begun = directory.resolve("begun");
        Path go = directory.resolve("go");
        String script =
                "[ $PRISMQ_TASK_TYPE = after ] || { touch %s; until [ -e %s ]; do sleep 0.1; done; }; echo '\"late\"'"
                        .formatted(begun, go);
        try (WorkerProcess worker = worker("late,after", List.of("--lease-seconds", "1"), script)) {
            long id = enqueue("late");
            await().atMost(PATIENCE).until(() -> Files.exists(begun));
            worker.send("STOP");
            String claim = "{\"worker_id\":\"other\",\"types\":[\"late\"],\"wait_seconds\":20}";
            JsonNode task = client.post("/api/queue/claims", claim).body().at("/tasks/0");
            client.post(
                    "/api/queue/tasks/%d/complete".formatted(id),
                    "{\"lease_token\":%s,\"result\":\"other\"}".formatted(task.get("lease_token")));
            Files.createFile(go);
            worker.send("CONT");

            assertThat(ended(enqueue("after")).get("result").asString())
                    .as(worker.printed())
                    .isEqualTo("late");
            assertThat(ended(id).get("result").asString()).isEqualTo("other");
            assertThat(client.get("/api/queue/tasks/%d/attempts".formatted(id)).body())
                    .extracting(attempt -> attempt.get("outcome").asString())
                    .containsExactly("lease_expired", "completed");
        }
    }

    /** The server has served for longer than the grace that leases from before its start have. */
    @Test
    void isReplacedWithinASecondOfTheEndOfItsLeaseWhenItIsKilled() {
        String script = "if [ $PRISMQ_ATTEMPT = 1 ]; then sleep 30; fi; echo \"$PRISMQ_ATTEMPT\"";
        try (WorkerProcess victim = worker("taken-over", List.of("--lease-seconds", "2"), script)) {
            long id = enqueue("taken-over");
            await().atMost(PATIENCE)
                    .until(() -> client.get("/api/queue/tasks/" + id)
                            .body()
                            .get("status")
                            .asString()
                            .equals("processing"));
            try (WorkerProcess heir = worker("taken-over", List.of("--worker-id", "heir"), script)) {
                await().atMost(PATIENCE).until(() -> knows("heir"));
                victim.send("KILL");
                Instant leaseEnd = Instant.parse(client.get("/api/queue/tasks/" + id)
                        .body()
                        .get("lease_until_utc")
                        .asString());
                JsonNode task = ended(id);
                JsonNode attempts =
                        client.get("/api/queue/tasks/%d/attempts".formatted(id)).body();

                assertThat(task.get("result").asInt()).as(heir.printed()).isEqualTo(2);
                assertThat(attempts)
                        .extracting(attempt -> attempt.get("outcome").asString())
                        .containsExactly("lease_expired", "completed");
                assertThat(attempts.at("/0/error_message").asString()).contains("let its lease run out");
                assertThat(Instant.parse(attempts.at("/1/started_at_utc").asString()))
                        .isBetween(leaseEnd, leaseEnd.plusSeconds(1));
            }
        }
    }

    @Test
    void runsAsManyCommandsAtATimeAsItHasSlots() {
        String script = "touch %1$s/slot-$PRISMQ_TASK_ID; until [ $(ls %1$s | grep -c slot-) = 3 ]; do sleep 0.1; done"
                .formatted(directory);
        try (WorkerProcess worker = worker("parallel", List.of("--slots", "3"), script)) {
            List<Long> ids = List.of(enqueue("parallel"), enqueue("parallel"), enqueue("parallel"));

            assertThat(ids)
                    .allSatisfy(id -> assertThat(ended(id).get("status").asString())
                            .as(worker.printed())
                            .isEqualTo("completed"));
        }
    }

    @Test
    void endsWhereTheServerDoesNotTakeItsClaims() {
        Program.Ending ending =
                run("--server", server.address(), "--types", "a", "--worker-id", "w".repeat(300), "--", "true");

        assertThat(ending.exitCode()).isEqualTo(1);
        assertThat(ending.err())
                .startsWith("prismq: The server does not take the claim: 422 worker_id")
                .hasLineCount(1);
    }

    @Test
    void endsWhereThereIsNoSuchProgram() {
        Program.Ending ending = run("--types", "a", "--", "no-such-program");

        assertThat(ending.exitCode()).isEqualTo(1);
        assertThat(ending.err()).isEqualToIgnoringNewLines("prismq: There is no program no-such-program to run.");
    }

    @Test
    void saysWhichOptionIsWrong() {
        Program.Ending ending = run("--types", "a", "--capabilities", "[]", "--", "true");

        assertThat(ending.exitCode()).isEqualTo(2);
        assertThat(ending.err()).startsWith("prismq: --capabilities must be an object in JSON");
    }

    private static WorkerProcess worker(String types, List<String> options, String script) {
        List<String> arguments = new ArrayList<>(List.of("worker", "--server", server.address(), "--types", types));
        arguments.addAll(options);
        arguments.addAll(List.of("--", "sh", "-c", script));
        return WorkerProcess.start(Program.builder(arguments), directory);
    }

    private static Program.Ending run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("worker"));
        arguments.addAll(List.of(options));
        return Program.run(Map.of(), arguments.toArray(String[]::new));
    }

    private static long enqueue(String type) {
        return client.enqueue("{\"type\":\"%s\"}".formatted(type));
    }

    /** Whether the worker has asked for tasks. */
    private static boolean knows(String worker) {
        return client.get("/api/queue/workers")
                .body()
                .findValuesAsString("worker_id")
                .contains(worker);
    }

    private static JsonNode ended(long id) {
        return client.get("/api/queue/tasks/%d?wait_seconds=30".formatted(id)).body();
    }

    /** Whether the process is gone whose id stands in the file. */
    private static boolean hasEnded(Path pid) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .filter(ProcessHandle::isAlive)
                .isEmpty();
    }
}
