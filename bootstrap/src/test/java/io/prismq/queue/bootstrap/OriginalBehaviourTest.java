package io.prismq.queue.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.process.ApiClient.Answer;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import io.prismq.queue.domain.port.SystemClock;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the tests of the first queue of this name held, on the whole server: HTTP, worker and SQLite. */
class OriginalBehaviourTest {
    private static final String VIDEO =
            "{\"type\":\"video_processing\",\"priority\":50,\"payload\":{\"format\":\"mp4\"},\"idempotency_key\":\"video-123\"}";

    private final Endless endless = new Endless();
    private final PrismqServer server;
    private final ApiClient client;

    OriginalBehaviourTest(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("prismq.yaml"), "types: {endless: {timeout_seconds: 1}}");
        Map<String, String> options = Map.of(
                "server.port",
                "0",
                "queue.db_path",
                directory.resolve("queue.db").toString());
        server = Launcher.serve(
                ConfigurationLoader.load(new ConfigurationSources(Optional.of(file), Map.of(), options)),
                List.of(new Quick(), endless));
        client = new ApiClient(server.address().toString());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void enqueuesATask() {
        Answer answer = client.post("/api/queue/enqueue", VIDEO);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("task_id").asLong()).isEqualTo(1);
        assertThat(answer.body().get("status").asString()).isEqualTo("queued");
        assertThat(answer.body().get("message").asString()).isEqualTo("Task enqueued successfully");
        assertThat(Instant.parse(answer.body().get("created_at_utc").asString()))
                .isNotNull();
    }

    @Test
    void refusesATaskWithoutAType() {
        Answer answer = client.post("/api/queue/enqueue", "{\"payload\":{}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("type");
    }

    @Test
    void refusesAPriorityOutOfRange() {
        for (int priority : new int[] {0, 1001}) {
            Answer answer = client.post("/api/queue/enqueue", "{\"type\":\"a\",\"priority\":%d}".formatted(priority));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("priority");
        }
    }

    @Test
    void makesOneTaskOfOneIdempotencyKey() {
        long first = client.enqueue(VIDEO);

        Answer again = client.post("/api/queue/enqueue", VIDEO);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().get("task_id").asLong()).isEqualTo(first);
        assertThat(again.body().get("message").asString()).contains("already exists");
    }

    @Test
    void showsATask() {
        JsonNode task = client.get("/api/queue/tasks/" + client.enqueue(VIDEO)).body();

        assertThat(task.get("type").asString()).isEqualTo("video_processing");
        assertThat(task.get("priority").asInt()).isEqualTo(50);
        assertThat(task.get("attempts").asInt()).isZero();
        assertThat(task.at("/payload/format").asString()).isEqualTo("mp4");
        assertThat(task.get("error_message").isNull()).isTrue();
        assertThat(task.get("locked_by").isNull()).isTrue();
    }

    @Test
    void hasAnOldNameForPolling() {
        long id = client.enqueue(VIDEO);

        assertThat(client.get("/api/queue/poll/" + id).body())
                .isEqualTo(client.get("/api/queue/tasks/" + id).body());
    }

    @Test
    void doesNotFindATaskThatIsNotThere() {
        Answer answer = client.get("/api/queue/tasks/999");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("detail").asString()).contains("not found");
    }

    @Test
    void cancelsAQueuedTask() {
        long id = client.enqueue(VIDEO);

        Answer answer = client.post("/api/queue/tasks/%d/cancel".formatted(id), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("status").asString()).isEqualTo("cancelled");
        assertThat(status(id)).isEqualTo("cancelled");
    }

    @Test
    void doesNotCancelACompletedTask() {
        long id = client.enqueue("{\"type\":\"quick\"}");
        assertThat(ended(id).get("status").asString()).isEqualTo("completed");

        Answer answer = client.post("/api/queue/cancel/" + id, "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("status").asString()).isEqualTo("completed");
        assertThat(answer.body().get("message").asString()).containsIgnoringCase("cannot cancel");
    }

    @Test
    void doesNotCancelATaskThatIsNotThere() {
        assertThat(client.post("/api/queue/tasks/999/cancel", "").status()).isEqualTo(404);
    }

    @Test
    void interruptsARunningTaskThatIsCancelled() throws InterruptedException {
        long id = client.enqueue("{\"type\":\"endless\"}");
        endless.started.await();

        assertThat(client.post("/api/queue/tasks/%d/cancel".formatted(id), "")
                        .body()
                        .get("status")
                        .asString())
                .isEqualTo("cancelled");
        endless.interrupted.await();
        assertThat(status(id)).isEqualTo("cancelled");
    }

    @Test
    void listsTheNewestFirst() {
        long older = client.enqueue("{\"type\":\"a\"}");
        long newer = client.enqueue("{\"type\":\"b\"}");

        assertThat(ids("")).containsExactly(newer, older);
    }

    @Test
    void filtersAListByTypeAndStatus() {
        long a = client.enqueue("{\"type\":\"a\"}");
        long b = client.enqueue("{\"type\":\"b\"}");
        client.post("/api/queue/tasks/%d/cancel".formatted(b), "");
        long c = client.enqueue("{\"type\":\"b\"}");

        assertThat(ids("?type=b")).containsExactly(c, b);
        assertThat(ids("?status=queued")).containsExactly(c, a);
        assertThat(ids("?type=b&status=cancelled")).containsExactly(b);
        assertThat(ids("?type=c")).isEmpty();
    }

    @Test
    void limitsAList() {
        for (int count = 0; count < 5; count++) {
            client.enqueue("{\"type\":\"a\"}");
        }

        assertThat(ids("?limit=2")).hasSize(2);
        assertThat(client.get("/api/queue/tasks?limit=0").status()).isEqualTo(422);
        assertThat(client.get("/api/queue/tasks?limit=1001").status()).isEqualTo(422);
    }

    @Test
    void tellsTheStateOfTheQueue() {
        client.enqueue("{\"type\":\"a\"}");
        client.enqueue("{\"type\":\"b\"}");
        client.post("/api/queue/tasks/%d/cancel".formatted(client.enqueue("{\"type\":\"a\"}")), "");
        client.enqueue("{\"type\":\"a\",\"run_after_utc\":\"2999-01-01T00:00:00Z\"}");

        JsonNode stats = client.get("/api/queue/stats").body();

        assertThat(stats.get("total_tasks").asLong()).isEqualTo(4);
        assertThat(stats.get("queued_tasks").asLong()).isEqualTo(2);
        assertThat(stats.get("cancelled_tasks").asLong()).isEqualTo(1);
        assertThat(stats.get("scheduled_tasks").asLong()).isEqualTo(1);
        assertThat(stats.get("oldest_queued_age_seconds").asDouble()).isGreaterThanOrEqualTo(0);
        assertThat(client.get("/api/queue/status").body().get("total_tasks").asLong())
                .isEqualTo(4);
    }

    @Test
    void runsAScheduledTaskNotBeforeItsTime() {
        Instant due = new SystemClock().now().plus(Duration.ofMillis(700));
        long id = client.enqueue("{\"type\":\"quick\",\"run_after_utc\":\"%s\"}".formatted(due));
        assertThat(status(id)).isEqualTo("scheduled");

        JsonNode task = ended(id);

        assertThat(task.get("status").asString()).isEqualTo("completed");
        assertThat(Instant.parse(task.get("processing_started_utc").asString())).isAfterOrEqualTo(due);
        assertThat(task.at("/result/done").asBoolean()).isTrue();
    }

    @Test
    void failsATaskThatExceedsItsTimeout() {
        JsonNode task = ended(client.enqueue("{\"type\":\"endless\",\"max_attempts\":1}"));

        assertThat(task.get("status").asString()).isEqualTo("failed");
        assertThat(task.get("failure_kind").asString()).isEqualTo("timeout");
    }

    private String status(long id) {
        return client.get("/api/queue/tasks/" + id).body().get("status").asString();
    }

    private JsonNode ended(long id) {
        return client.get("/api/queue/tasks/%d?wait_seconds=30".formatted(id)).body();
    }

    private List<Long> ids(String query) {
        JsonNode tasks = client.get("/api/queue/tasks" + query).body();
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> task.get("task_id").asLong())
                .toList();
    }

    private static final class Quick implements TaskHandler {
        @Override
        public TaskType type() {
            return new TaskType("quick");
        }

        @Override
        public Result handle(Payload payload, TaskContext context) {
            return new Result("{\"done\":true}");
        }
    }

    /** Runs until it is interrupted, and tells. */
    private static final class Endless implements TaskHandler {
        private final CountDownLatch started = new CountDownLatch(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);

        @Override
        public TaskType type() {
            return new TaskType("endless");
        }

        @Override
        public Result handle(Payload payload, TaskContext context) throws InterruptedException {
            started.countDown();
            try {
                new CountDownLatch(1).await();
                return new Result("null");
            } finally {
                interrupted.countDown();
            }
        }
    }
}
