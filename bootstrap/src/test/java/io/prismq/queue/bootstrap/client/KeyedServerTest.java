package io.prismq.queue.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.RunningCommandLine;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that asks everybody for a key. */
@SuppressWarnings("NullAway.Init")
class KeyedServerTest {
    private final Path directory;
    private final Path key;
    private PrismqServer server;

    KeyedServerTest(@TempDir Path directory) {
        this.directory = directory;
        this.key = directory.resolve("key");
    }

    @BeforeEach
    void serve() {
        create(key, "read");
        create(directory.resolve("adder"), "enqueue");
        server = Launcher.serve(
                ConfigurationLoader.load(new ConfigurationSources(
                        Optional.empty(),
                        Map.of(),
                        Map.of("server.port", "0", "auth.required", "true", "queue.db_path", database()))),
                List.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void opensToWhoHasOne() {
        assertThat(run("stats", "--key-file", key.toString()).out()).contains("queued");
    }

    @Test
    void tellsWhoHasNoneWhatToDo() {
        assertThat(run("stats").err())
                .isEqualTo(
                        "prismq: Present a key: Authorization: Bearer prismq_...; name its file with --key-file, or set"
                                + " PRISMQ_KEY%n".formatted());
    }

    @Test
    void tellsWhichScopeAKeyLacks() {
        assertThat(run("cancel", "1", "--key-file", key.toString()).err()).contains("The key lacks the scope manage");
    }

    @Test
    void tellsThatATaskIsThereWhereTheKeyCannotWaitForIt() {
        RunningCommandLine enqueue = run(
                "enqueue",
                "a",
                "--wait",
                "--key-file",
                directory.resolve("adder").toString());

        assertThat(enqueue.ended()).isEqualTo(1);
        assertThat(enqueue.err())
                .isEqualTo("prismq: Task 1 is enqueued, but cannot be followed: The key lacks the scope read%n"
                        .formatted());
    }

    @Test
    void needsAFileThatCanBeRead() {
        RunningCommandLine command =
                run("stats", "--key-file", directory.resolve("nothing").toString());

        assertThat(command.ended()).isEqualTo(2);
        assertThat(command.err()).contains("--key-file ", "nothing cannot be read");
    }

    private String database() {
        return directory.resolve("queue.db").toString();
    }

    private void create(Path file, String scopes) {
        RunningCommandLine create = RunningCommandLine.start(List.of(
                "keys", "create", "--db", database(), "--name", "ci", "--scopes", scopes, "--out", file.toString()));
        assertThat(create.ended()).as(create.err()).isZero();
    }

    private RunningCommandLine run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", server.address().toString()));
        RunningCommandLine command = RunningCommandLine.start(all);
        command.ended();
        return command;
    }
}
