package io.prismq.queue.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {
    @TempDir
    private Path directory;

    @Test
    void runsMaintenanceFromItsRequestToItsResult() {
        try (ServerProcess server = ServerProcess.start(database())) {
            ApiClient client = server.client();
            ApiClient.Answer accepted = client.post("/api/system/maintenance/health-check", "");
            long id = accepted.body().get("task_id").asLong();

            assertThat(accepted.status()).isEqualTo(202);
            assertThat(client.get("/api/queue/tasks/%d?wait_seconds=30".formatted(id))
                            .body()
                            .at("/result/status")
                            .asString())
                    .isIn("ok", "warning");
        }
    }

    @Test
    void leavesTasksAloneWithoutAWorker() {
        try (ServerProcess server = ServerProcess.start(database(), "--no-worker")) {
            long id = server.client().enqueue("{\"type\":\"health_check\"}");

            assertThat(server.client()
                            .get("/api/queue/tasks/%d?wait_seconds=1".formatted(id))
                            .body()
                            .get("status")
                            .asString())
                    .isEqualTo("queued");
        }
    }

    @Test
    void endsCleanlyOnSigterm() {
        Path database = database();
        try (ServerProcess server = ServerProcess.start(database)) {
            server.client().enqueue("{\"type\":\"email\"}");

            assertThat(server.terminate()).isEqualTo(Program.ENDED_BY_SIGTERM);
        }
        assertThat(database.resolveSibling("queue.db-wal")).doesNotExist();
        try (ServerProcess again = ServerProcess.start(database)) {
            assertThat(again.client()
                            .get("/api/queue/stats")
                            .body()
                            .get("queued_tasks")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void tellsTheLogWhatRunsAndThatItStopped() throws IOException {
        Path config = Files.writeString(directory.resolve("prismq.yaml"), "queue: {durability: normal}");
        try (ServerProcess server = ServerProcess.start(database(), "--no-worker", "--config", config.toString())) {
            server.terminate();

            assertThat(server.log().lines())
                    .filteredOn(line -> line.contains(" INFO "))
                    .map(line -> line.replaceFirst("^\\S+ +INFO +\\[\\S+] \\w+: ", ""))
                    .satisfiesExactly(
                            ready -> assertThat(ready)
                                    .matches(
                                            "ready version=\\d+\\.\\d+\\.\\d+ address=%s database=%s config=%s durability=normal"
                                                    .formatted(server.address(), database(), config)),
                            stopping -> assertThat(stopping).startsWith("stopping"),
                            stopped -> assertThat(stopped).isEqualTo("stopped"));
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        try (ServerProcess server = ServerProcess.start(database())) {
            String port = server.client().port();
            Program.Ending ending = Program.run(
                    Map.of(),
                    "serve",
                    "--port",
                    port,
                    "--db",
                    directory.resolve("other.db").toString());

            assertThat(ending.exitCode()).isEqualTo(1);
            assertThat(ending.err()).startsWith("prismq: ").contains(port).hasLineCount(1);
        }
    }

    @Test
    void saysWhichVariableItDoesNotKnow() {
        Program.Ending ending = Program.run(Map.of("PRISMQ_SERVER_PROT", "1"), "serve", "--port", "0");

        assertThat(ending.exitCode()).isEqualTo(1);
        assertThat(ending.err())
                .startsWith("prismq: ")
                .contains("PRISMQ_SERVER_PROT")
                .hasLineCount(1);
    }

    @Test
    void saysWhatIsWrongWithTheDatabase() throws IOException {
        Path letter = Files.writeString(directory.resolve("letter.txt"), "Dear reader, ".repeat(1000));
        Program.Ending ending = Program.run(Map.of(), "serve", "--port", "0", "--db", letter.toString());

        assertThat(ending.exitCode()).isEqualTo(1);
        assertThat(ending.err())
                .startsWith("prismq: The file is not a PrismQ database")
                .hasLineCount(1);
    }

    @Test
    void refusesAnOptionThatItDoesNotKnow() {
        assertThat(Program.run(Map.of(), "serve", "--prot", "1").exitCode()).isEqualTo(2);
    }

    @Test
    void tellsItsVersion() {
        Program.Ending ending = Program.run(Map.of(), "version");

        assertThat(ending.out()).matches("PrismQ \\d+\\.\\d+\\.\\d+ \\(Java .*\\)\\R");
        assertThat(ending.err()).isEmpty();
    }

    @Test
    void showsItselfInTheDemo() {
        Program.Ending ending = Program.run(Map.of(), "demo");

        assertThat(ending.exitCode()).as(ending.out()).isZero();
        assertThat(ending.out().lines().filter(line -> line.startsWith("ok "))).hasSize(10);
        assertThat(ending.err()).doesNotContain("WARNING");
        assertThat(ending.out() + ending.err()).as("without a terminal").doesNotContain("\u001b", "\r");
    }

    private Path database() {
        return directory.resolve("queue.db");
    }
}
