package io.prismq.queue.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A backup of a server under load, from the request to the restored server. */
@Timeout(600)
class BackupIT {
    private static final int ENQUEUES_PER_SECOND = 500;
    private static final int SECONDS = Integer.getInteger("prismq.backup.seconds", 2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void holdsExactlyAPrefixOfWhatWasAcknowledgedAndNobodyFromBeforeCanSettle() {
        Path database = directory.resolve("q.db");
        String held;
        long before;
        long atTheEnd;
        JsonNode backup;
        Path file;
        try (ServerProcess server = ServerProcess.start(database, "--no-worker")) {
            ApiClient client = server.client();
            held = claim(client);
            try (AcknowledgedLoad load = AcknowledgedLoad.start(client, ENQUEUES_PER_SECOND)) {
                awaitTasks(load, ENQUEUES_PER_SECOND * SECONDS / 2);
                before = load.highest();
                backup = finished(client, client.post("/api/system/backups", ""));
                atTheEnd = load.highest();
                awaitTasks(load, ENQUEUES_PER_SECOND * SECONDS);
                load.close();
                await().atMost(PATIENCE).until(load::isQuiet);
                assertThat(load.failed()).isZero();
            }
            file = directory.resolve("backups").resolve(backup.get("name").asString());
            assertIsRefusedWhileTheServerRuns(file, database);
            assertIsMadeBesideTheServer(database, directory.resolve("by-hand.db"));
        }

        Program.Ending restored = run("restore", "--from", file.toString(), "--db", database.toString());
        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("requeued  1 ").contains("q.db.replaced-");

        try (ServerProcess server = ServerProcess.start(database, "--no-worker", "--config", hourly())) {
            ApiClient client = server.client();
            awaitOneByItself(client);
            long tasks =
                    client.get("/api/queue/stats").body().get("total_tasks").asLong();
            assertThat(tasks)
                    .isEqualTo(backup.get("tasks").asLong())
                    .isBetween(before, atTheEnd)
                    .isEqualTo(client.get("/api/queue/tasks?limit=1")
                            .body()
                            .at("/0/task_id")
                            .asLong());
            assertThat(client.post("/api/queue/tasks/1/complete", "{\"lease_token\":\"" + held + "\"}")
                            .body()
                            .get("type")
                            .asString())
                    .endsWith(":lease-lost");
            assertThat(client.enqueue("{\"type\":\"load\"}")).isGreaterThan(1_000_000);
            System.out.printf(
                    "backup under %d enqueues/s: %d acknowledged before it, %d in it, %d when it was done%n",
                    ENQUEUES_PER_SECOND, before, tasks, atTheEnd);
        }
    }

    /** A configuration by which backups are made by themselves, in a directory where there is none. */
    private String hourly() {
        try {
            return Files.writeString(
                            directory.resolve("hourly.yaml"),
                            "backups: {every_hours: 1, directory: '%s'}".formatted(directory.resolve("hourly")))
                    .toString();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static void awaitOneByItself(ApiClient client) {
        await().atMost(PATIENCE)
                .until(() -> client.get("/api/system/backups")
                        .body()
                        .at("/0/status")
                        .asString("none")
                        .equals("done"));
    }

    private static void assertIsRefusedWhileTheServerRuns(Path file, Path database) {
        Program.Ending refused = run("restore", "--from", file.toString(), "--db", database.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("The database " + database + " is in use by a server or a worker; stop that process first");
    }

    private static void assertIsMadeBesideTheServer(Path database, Path target) {
        Program.Ending made = run("backup", "--db", database.toString(), "--to", target.toString());
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out()).contains("tasks   ").contains("sha256  ");
        assertThat(target).isRegularFile();
        assertThat(Files.exists(target.resolveSibling("by-hand.db.sha256"))).isTrue();
    }

    private static String claim(ApiClient client) {
        client.enqueue("{\"type\":\"held\"}");
        return client.post("/api/queue/claims", "{\"worker_id\":\"old\",\"types\":[\"held\"],\"lease_seconds\":3600}")
                .body()
                .at("/tasks/0/lease_token")
                .asString();
    }

    private static JsonNode finished(ApiClient client, ApiClient.Answer started) {
        assertThat(started.status()).isEqualTo(202);
        String path = started.response().headers().firstValue("Location").orElseThrow();
        await().atMost(PATIENCE)
                .until(() -> !client.get(path).body().get("status").asString().equals("running"));
        JsonNode backup = client.get(path).body();
        assertThat(backup.get("status").asString()).as(backup.toString()).isEqualTo("done");
        return backup;
    }

    private static void awaitTasks(AcknowledgedLoad load, int tasks) {
        await().atMost(PATIENCE.plusSeconds(SECONDS)).until(() -> load.acknowledged() >= tasks);
    }

    private static Program.Ending run(String... arguments) {
        return Program.run(Map.of(), arguments);
    }
}
