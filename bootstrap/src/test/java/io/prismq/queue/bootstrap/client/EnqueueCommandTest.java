package io.prismq.queue.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.bootstrap.RunningCommandLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EnqueueCommandTest {
    @TempDir
    private static Path directory;

    private static PlayedQueue queue;

    @BeforeAll
    static void start() {
        queue = PlayedQueue.start(directory);
    }

    @AfterAll
    static void stop() {
        queue.close();
    }

    @Test
    void sendsAllThatItIsTold() {
        RunningCommandLine command = queue.run(
                "enqueue",
                "video.encode",
                "--payload",
                "{\"format\": \"mp4\"}",
                "--priority",
                "7",
                "--max-attempts",
                "2",
                "--run-after",
                "2030-01-31T08:00:00+01:00",
                "--idempotency-key",
                "video-1",
                "--compatibility",
                "{\"region\": \"eu\"}");

        JsonNode task = taskOf(command);
        assertThat(task.get("type").asString()).isEqualTo("video.encode");
        assertThat(task.get("payload").toString()).isEqualTo("{\"format\":\"mp4\"}");
        assertThat(task.get("priority").asInt()).isEqualTo(7);
        assertThat(task.get("max_attempts").asInt()).isEqualTo(2);
        assertThat(task.get("run_after_utc").asString()).isEqualTo("2030-01-31T07:00:00.000Z");
        assertThat(task.get("idempotency_key").asString()).isEqualTo("video-1");
        assertThat(task.get("compatibility").toString()).isEqualTo("{\"region\":\"eu\"}");
    }

    @Test
    void delaysFromNowOn() {
        JsonNode task = taskOf(queue.run("enqueue", "later", "--delay", "1h30m", "--ttl", "2d"));

        Instant created = Instant.parse(task.get("created_at_utc").asString());
        Instant due = Instant.parse(task.get("run_after_utc").asString());
        assertThat(Duration.between(created, due)).isBetween(Duration.ofMinutes(89), Duration.ofMinutes(90));
    }

    @Test
    void keepsThePayloadOfAFileAsItWasWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("payload.json"), "{\"price\": 1.10,\n \"far\": 1e400}");
        RunningCommandLine command = queue.run("enqueue", "exact", "--payload-file", file.toString(), "-q");

        assertThat(queue.run("get", command.out().strip(), "--json").out())
                .contains("{\"price\": 1.10,\n \"far\": 1e400}");
    }

    @Test
    void readsThePayloadFromStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("{\"to\": \"ada\"}".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(taskOf(queue.run("enqueue", "piped", "-")).get("payload").toString())
                    .isEqualTo("{\"to\":\"ada\"}");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void makesOneTaskOfOneKey() {
        RunningCommandLine first = queue.run("enqueue", "once", "--idempotency-key", "k", "-q");
        RunningCommandLine again = queue.run("enqueue", "once", "--idempotency-key", "k");

        assertThat(again.out())
                .isEqualTo(
                        "Task %s: Task already exists%n".formatted(first.out().strip()));
    }

    @Test
    void saysWhichFieldTheServerDoesNotTake() {
        RunningCommandLine command = queue.run("enqueue", "a", "--priority", "0", "--max-attempts", "200");

        assertThat(command.ended()).isEqualTo(1);
        assertThat(command.err())
                .isEqualTo("prismq: max_attempts must be less than or equal to 100;"
                        + " priority must be greater than or equal to 1%n".formatted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"a\": }", "{} {}", "", "{\"name\": \"\uFFFD\"}"})
    void refusesAPayloadThatIsNoObject(String payload) {
        RunningCommandLine command = queue.run("enqueue", "a", "--payload", payload);

        assertThat(command.ended()).isEqualTo(2);
        assertThat(command.err())
                .startsWith("prismq: --payload ")
                .contains("--help")
                .hasLineCount(2);
    }

    @Test
    void refusesTwoPayloads() {
        assertThat(queue.run("enqueue", "a", "--payload", "{}", "-").ended()).isEqualTo(2);
    }

    @Test
    void takesNoArgumentForAFileOfArguments() {
        assertThat(queue.run("enqueue", "@a").err()).contains("type must be 1 to 100 characters");
    }

    @Test
    void waitsForTheEnd() {
        RunningCommandLine command = queue.begin("enqueue", "awaited", "--wait");
        command.awaitPrinted("is queued");
        long id = Long.parseLong(command.out().replaceAll("(?s)Task (\\d+).*", "$1"));
        queue.claim(id, "awaited");
        queue.reject(id, "no such address");

        assertThat(command.ended()).isEqualTo(5);
        assertThat(command.out()).contains("task %d (awaited) failed: no such address".formatted(id));
    }

    @Test
    void printsTheIdAloneWhileItWaits() {
        RunningCommandLine command = queue.begin("enqueue", "awaited.quietly", "--wait", "-q", "--json");
        await().until(() -> !command.out().isEmpty());
        long id = Long.parseLong(command.out().strip());
        queue.claim(id, "awaited.quietly");
        queue.reject(id, "no such address");

        assertThat(command.ended()).isEqualTo(5);
        assertThat(command.out()).isEqualTo("%d%n".formatted(id));
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        Path missing = directory.resolve("missing.json");

        assertThat(queue.run("enqueue", "a", "--payload-file", missing.toString())
                        .err())
                .startsWith("prismq: There is no file %s%n".formatted(missing));
        assertThat(queue.run("enqueue", "a", "--payload-file", directory.toString())
                        .err())
                .startsWith("prismq: %s is a directory, not a payload%n".formatted(directory));
    }

    @Test
    void printsTheTaskAsItEndedAsOneDocument() {
        RunningCommandLine command = queue.begin("enqueue", "awaited.json", "--wait", "--json");
        await().until(() -> !tasks("awaited.json").isEmpty());
        long id = tasks("awaited.json").at("/0/task_id").asLong();
        queue.claim(id, "awaited.json");
        queue.complete(id, "{\"sent\":true}");

        assertThat(command.ended()).isZero();
        assertThat(command.out()).hasLineCount(1).contains("\"result\":{\"sent\":true}");
    }

    private static JsonNode tasks(String type) {
        return queue.api().get("/api/queue/tasks?type=" + type).body();
    }

    private static JsonNode taskOf(RunningCommandLine command) {
        assertThat(command.ended()).as("%s", command).isZero();
        String id = command.out().replaceAll("(?s)Task (\\d+): .*", "$1");
        return queue.api().get("/api/queue/tasks/" + id).body();
    }
}
