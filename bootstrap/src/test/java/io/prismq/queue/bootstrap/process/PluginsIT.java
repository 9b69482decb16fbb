package io.prismq.queue.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.bootstrap.plugin.PluginBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsIT {
    private static final Path EXAMPLE = Path.of(System.getProperty("plugin.jar"));
    private static final String TASK = "{\"type\":\"text.word_count\",\"payload\":{\"text\":\"a rose\\nis a rose\"}}";
    private static final String RESULT = "{\"lines\":2,\"words\":5}";
    private static final String PROGRESS = "{\"percent\":100,\"message\":\"line 2 of 2\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> QUIET = Map.of("PRISMQ_LOG_LEVEL", "ERROR");

    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void makeTheFolder() throws IOException {
        folder = Files.createDirectory(directory.resolve("plugins"));
    }

    @Test
    void runTheTasksThatTheirJarsBringHandlersFor() throws IOException {
        Files.copy(EXAMPLE, folder.resolve("text.jar"));

        try (ServerProcess server = ServerProcess.start(database(), "--plugins", folder.toString())) {
            assertThat(result(server.client(), TASK)).isEqualTo(RESULT);
            assertThat(result(server.client(), "{\"type\":\"text.checksum\",\"payload\":{\"text\":\"\"}}"))
                    .isEqualTo("{\"sha256\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}");
            assertThat(server.log()).contains("the plugin text.jar runs tasks of [text.word_count, text.checksum]");
        }
    }

    @Test
    void tellHowFarTheyAreAndWhatTheyDid() throws IOException {
        Files.copy(EXAMPLE, folder.resolve("text.jar"));

        try (ServerProcess server = ServerProcess.start(database(), "--plugins", folder.toString())) {
            long id = server.client().enqueue(TASK);

            assertThat(ended(server.client(), id).body().get("progress")).hasToString(PROGRESS);
            assertThat(server.client()
                            .get("/api/queue/tasks/%d/logs".formatted(id))
                            .body())
                    .extracting(line -> line.get("message").asString())
                    .containsExactly("counted 5 words");
        }
    }

    @Test
    void rejectAPayloadThatNoAttemptCanHelp() throws IOException {
        Files.copy(EXAMPLE, folder.resolve("text.jar"));

        try (ServerProcess server = ServerProcess.start(database(), "--plugins", folder.toString())) {
            long id = server.client().enqueue("{\"type\":\"text.word_count\",\"payload\":{\"txt\":\"\"}}");

            assertThat(ended(server.client(), id).body().get("error_message").asString())
                    .isEqualTo("text is missing");
        }
    }

    @Test
    void areTakenFromTheFolderBesideTheJarOfTheProgram() throws IOException {
        Files.copy(EXAMPLE, folder.resolve("text.jar"));
        Path installed = Files.copy(Program.JAR, directory.resolve("prismq.jar"));
        ProcessBuilder serve = Program.builder(
                installed, List.of("serve", "--port", "0", "--db", database().toString()));

        try (RunningProgram server = RunningProgram.start(serve, directory)) {
            assertThat(server.log()).contains("the plugin text.jar runs tasks of");
        }
    }

    @Test
    void areNotTakenFromWhereSomebodyStands() throws IOException {
        Files.copy(EXAMPLE, folder.resolve("text.jar"));
        ProcessBuilder serve = Program.builder(
                        List.of("serve", "--port", "0", "--db", database().toString()))
                .directory(directory.toFile());

        try (RunningProgram server = RunningProgram.start(serve, directory)) {
            assertThat(server.log()).doesNotContain("the plugin ");
        }
    }

    @Test
    void areNotLoadedWhereNoTasksAreRun() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "not a jar");

        try (ServerProcess server = ServerProcess.start(database(), "--no-worker", "--plugins", folder.toString())) {
            assertThat(server.log()).doesNotContain("the plugin ");
        }
    }

    @Test
    void sayWhichJarCannotBeUsed() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "not a jar");

        assertThat(told()).startsWith("prismq: The plugin %s cannot be read as a jar: ".formatted(broken));
        assertThat(database()).doesNotExist();
    }

    @Test
    void sayWhichJarHangs() throws IOException {
        Path jar = new PluginBuilder(directory).provider("Hanging", """
                        public class Hanging implements TaskHandler {
                            public Hanging() throws InterruptedException {
                                new java.util.concurrent.CountDownLatch(1).await();
                            }
                            @Override public TaskType type() { return new TaskType("never"); }
                            @Override public Result handle(Payload payload, TaskContext context) { return null; }
                        }
                        """).write(folder.resolve("hanging.jar"));
        Path log = directory.resolve("hanging.log");
        Process program = Program.builder(
                        List.of("work", "--db", database().toString(), "--plugins", folder.toString()))
                .redirectError(log.toFile())
                .start();
        try {
            await().atMost(PATIENCE)
                    .until(() -> Files.readString(log).contains("the plugin %s has been loading for".formatted(jar)));
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void sayThatTheirFolderIsNotThere() throws IOException {
        Files.delete(folder);

        assertThat(told()).startsWith("prismq: The folder of plugins %s does not exist".formatted(folder));
    }

    @Test
    void sayWhereTwoHandlersOfATypeComeFrom() throws IOException {
        Path one = new PluginBuilder(directory)
                .handler("One", "same", "return null;")
                .write(folder.resolve("1.jar"));
        Path two = new PluginBuilder(directory)
                .handler("Two", "same", "return null;")
                .write(folder.resolve("2.jar"));

        assertThat(told())
                .isEqualTo("prismq: There are two handlers for the task type same:"
                        + " com.example.One in %s, and com.example.Two in %s.".formatted(one, two));
    }

    @Test
    void doNotReplaceABuiltInHandler() throws IOException {
        Path jar = new PluginBuilder(directory)
                .handler("Mine", "health_check", "return null;")
                .write(folder.resolve("mine.jar"));

        assertThat(told())
                .isEqualTo("prismq: There are two handlers for the task type health_check: the built-in"
                        + " io.prismq.queue.adapter.worker.builtin.HealthCheckHandler, and com.example.Mine in %s."
                                .formatted(jar));
    }

    /** The one sentence by which the program says why it does not start. */
    private String told() {
        Program.Ending ending =
                Program.run(QUIET, "work", "--db", database().toString(), "--plugins", folder.toString());
        assertThat(ending.exitCode()).isEqualTo(1);
        assertThat(ending.err()).hasLineCount(1);
        return ending.err().strip();
    }

    private static String result(ApiClient client, String task) {
        return ended(client, client.enqueue(task)).body().get("result").toString();
    }

    private static ApiClient.Answer ended(ApiClient client, long id) {
        return client.get("/api/queue/tasks/%d?wait_seconds=30".formatted(id));
    }

    private Path database() {
        return directory.resolve("queue.db");
    }
}
