package io.prismq.queue.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.process.ApiClient.Answer;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole server while its clock is set: a handler runs, two workers hold tasks over HTTP, and one of them is gone. */
class ClockJumpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration JUMP = Duration.ofHours(1);
    private static final int SCHEDULED = 1000;

    /** An attempt has time left after the jump. */
    private static final String POLICIES =
            "types: {patient: {timeout_seconds: 7200}, held: {timeout_seconds: 7200}, abandoned: {timeout_seconds: 7200}}";

    private final SettableClock clock = new SettableClock();
    private final Patient patient = new Patient();
    private final PrismqServer server;
    private final ApiClient client;
    private long running;
    private long held;
    private long abandoned;
    private String heartbeat = "";

    ClockJumpTest(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("prismq.yaml"), POLICIES);
        String database = directory.resolve("queue.db").toString();
        server = Launcher.serve(
                ConfigurationLoader.load(new ConfigurationSources(
                        Optional.of(file), Map.of(), Map.of("server.port", "0", "queue.db_path", database))),
                List.of(patient),
                clock);
        client = new ApiClient(server.address().toString());
    }

    @BeforeEach
    void beginToWork() throws InterruptedException {
        running = client.enqueue("{\"type\":\"patient\"}");
        patient.begun.await();
        held = client.enqueue("{\"type\":\"held\"}");
        abandoned = client.enqueue("{\"type\":\"abandoned\"}");
        heartbeat = "{\"lease_token\":%s}".formatted(claim("held").join().body().at("/tasks/0/lease_token"));
        claim("abandoned").join();
        String task = "{\"type\":\"later\",\"run_after_utc\":\"%s\"}"
                .formatted(clock.now().plus(JUMP.dividedBy(2)));
        client.post(
                "/api/queue/enqueue/batch",
                "{\"tasks\":[%s]}".formatted(String.join(",", Collections.nCopies(SCHEDULED, task))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void backKeepsNoLeaseAndLosesNoTask() {
        clock.advance(JUMP.negated());

        await().atMost(PATIENCE)
                .until(() -> !leaseEnd(abandoned).isAfter(clock.now().plusSeconds(5)));
        assertThat(scheduled()).isEqualTo(SCHEDULED);
        assertThatOnlyTheAbandonedTaskIsTakenAway();
    }

    @Test
    void aheadPromotesWhatIsDueAndLosesNoTask() {
        CompletableFuture<Answer> waiting = claim("later");

        clock.advance(JUMP);

        assertThat(waiting.join().body().get("tasks")).hasSize(1);
        await().atMost(PATIENCE).until(() -> scheduled() == 0);
        assertThatOnlyTheAbandonedTaskIsTakenAway();
    }

    /** Time goes on in steps that are no jumps, and the worker that lives tells so. */
    private void assertThatOnlyTheAbandonedTaskIsTakenAway() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(600)).until(() -> {
            assertThat(client.post("/api/queue/tasks/%d/heartbeat".formatted(held), heartbeat)
                            .status())
                    .isEqualTo(200);
            clock.advance(Duration.ofSeconds(2));
            return status(abandoned).equals("queued");
        });
        assertThat(client.post("/api/queue/tasks/%d/complete".formatted(held), heartbeat)
                        .status())
                .isEqualTo(200);
        patient.mayEnd.countDown();
        long fresh = client.enqueue("{\"type\":\"log_statistics\"}");
        assertThat(List.of(held, running, fresh))
                .allSatisfy(id -> assertThat(ended(id)).isEqualTo("completed after 1"));
    }

    private CompletableFuture<Answer> claim(String type) {
        return client.postAsync(
                "/api/queue/claims",
                "{\"worker_id\":\"w\",\"types\":[\"%s\"],\"lease_seconds\":5,\"wait_seconds\":60}".formatted(type));
    }

    private int scheduled() {
        return client.get("/api/queue/stats").body().get("scheduled_tasks").asInt();
    }

    private Instant leaseEnd(long id) {
        return Instant.parse(client.get("/api/queue/tasks/" + id)
                .body()
                .get("lease_until_utc")
                .asString());
    }

    private String status(long id) {
        return client.get("/api/queue/tasks/" + id).body().get("status").asString();
    }

    private String ended(long id) {
        JsonNode task =
                client.get("/api/queue/tasks/%d?wait_seconds=30".formatted(id)).body();
        return "%s after %d"
                .formatted(task.get("status").asString(), task.get("attempts").asInt());
    }

    /** Runs until it may end. */
    private static final class Patient implements TaskHandler {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        @Override
        public TaskType type() {
            return new TaskType("patient");
        }

        @Override
        public Result handle(Payload payload, TaskContext context) throws InterruptedException {
            begun.countDown();
            mayEnd.await();
            return new Result("null");
        }
    }
}
