package io.prismq.queue.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.bootstrap.plugin.PluginBuilder;
import io.prismq.queue.domain.port.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class WorkIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Until the process is told to stop, and then as long as it takes to say so. */
    private static final String UNTIL_SIGTERM = """
            java.util.concurrent.CountDownLatch told = new java.util.concurrent.CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(told::countDown));
            %s
            told.await();
            return new Result("\\"told\\"");
            """;

    private static final String FOR_EVER = "%s new java.util.concurrent.CountDownLatch(1).await(); return null;";

    @TempDir
    private Path directory;

    @Test
    void runsWhatWasEnqueuedAtAServer() throws IOException {
        try (ServerProcess server = server();
                RunningProgram worker = worker("--config", config("worker: {enabled: false}"))) {
            long id = server.client().enqueue("{\"type\":\"log_statistics\"}");

            assertThat(ended(server, id).get("status").asString()).isEqualTo("completed");
            assertThat(worker.ready()).isEqualTo("to run tasks");
        }
    }

    @Test
    void finishesWhatRunsOnSigterm() throws IOException {
        Path plugins = plugin(UNTIL_SIGTERM);
        try (ServerProcess server = server();
                RunningProgram worker = worker("--plugins", plugins.toString())) {
            long id = server.client().enqueue("{\"type\":\"slow\"}");
            awaitMark();

            assertThat(worker.terminate()).isEqualTo(Program.ENDED_BY_SIGTERM);

            assertThat(task(server, id).get("status").asString()).isEqualTo("completed");
            assertThat(task(server, id).get("result").asString()).isEqualTo("told");
        }
    }

    @Test
    void givesBackWhatDoesNotEnd() throws IOException {
        Path plugins = plugin(FOR_EVER);
        try (ServerProcess server = server();
                RunningProgram worker =
                        worker("--plugins", plugins.toString(), "--config", config("shutdown: {grace_seconds: 0}"))) {
            long id = server.client().enqueue("{\"type\":\"slow\"}");
            awaitMark();

            assertThat(worker.terminate()).isEqualTo(Program.ENDED_BY_SIGTERM);

            assertThat(task(server, id).get("status").asString()).isEqualTo("queued");
            assertThat(task(server, id).get("attempts").asInt()).isZero();
        }
    }

    @Test
    void movesWhatTimeMovesByItself() throws IOException {
        Path plugins = plugin("%s return new Result(\"1\");");
        try (ServerProcess server = server()) {
            String due = new SystemClock().now().plusSeconds(2).toString();
            server.client().enqueue("{\"type\":\"slow\",\"run_after_utc\":\"%s\"}".formatted(due));
        }
        try (RunningProgram alone = worker("--plugins", plugins.toString())) {
            awaitMark();

            assertThat(alone.terminate()).isEqualTo(Program.ENDED_BY_SIGTERM);
        }
    }

    @Test
    void takesTheDatabaseOfTheUserWhereNobodySaysWhich() {
        ProcessBuilder work = Program.builder(List.of("work"));
        work.environment().putAll(Map.of("XDG_DATA_HOME", directory.toString(), "HOME", directory.toString()));

        try (RunningProgram worker = RunningProgram.start(work, directory)) {
            assertThat(directory.resolve("prismq/queue.db")).isRegularFile();
            assertThat(worker.terminate()).isEqualTo(Program.ENDED_BY_SIGTERM);
        }
    }

    private ServerProcess server() {
        return ServerProcess.start(database(), "--no-worker");
    }

    private RunningProgram worker(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("work", "--db", database().toString()));
        arguments.addAll(List.of(options));
        return RunningProgram.start(Program.builder(arguments), directory);
    }

    /** The folder of a plugin for tasks of the type slow; where its code has a gap, it leaves a mark. */
    private Path plugin(String code) throws IOException {
        Path folder = Files.createDirectory(directory.resolve("plugins"));
        String leaveAMark = "java.nio.file.Files.createFile(java.nio.file.Path.of(\"%s\"));".formatted(mark());
        new PluginBuilder(directory)
                .handler("Slow", "slow", code.formatted(leaveAMark))
                .write(folder.resolve("slow.jar"));
        return folder;
    }

    private void awaitMark() {
        await().atMost(PATIENCE).until(() -> Files.exists(mark()));
    }

    private String config(String yaml) throws IOException {
        return Files.writeString(directory.resolve("prismq.yaml"), yaml).toString();
    }

    private static JsonNode ended(ServerProcess server, long id) {
        return server.client()
                .get("/api/queue/tasks/%d?wait_seconds=30".formatted(id))
                .body();
    }

    private static JsonNode task(ServerProcess server, long id) {
        return server.client().get("/api/queue/tasks/" + id).body();
    }

    private Path mark() {
        return directory.resolve("mark");
    }

    private Path database() {
        return directory.resolve("queue.db");
    }
}
