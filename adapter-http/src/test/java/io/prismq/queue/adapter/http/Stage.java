package io.prismq.queue.adapter.http;

import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server at the hour of the document's examples, whose next task is theirs: number 7. */
final class Stage implements AutoCloseable {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final int EARLIER_TASKS = 6;

    /** The token of the examples: on its way to the server and back it stands for that of the latest claim. */
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private static final Pattern LEASE = Pattern.compile("\"lease_token\":\"([0-9a-f]{32})\"");

    /** What another worker asks for. */
    private static final String ENCODING = "\"types\":[\"video.encode\"],\"capabilities\":{\"region\":\"eu\"}";

    final TestServer server;
    final Caller caller;
    final ApiDescription api;
    private String token = TOKEN;

    private Stage(HttpMaintenance maintenance) {
        server = TestServer.start(maintenance);
        server.clock.set(NOON);
        caller = server.caller();
        api = ApiDescription.of(caller);
        for (int n = 0; n < EARLIER_TASKS; n++) {
            String task = "/api/queue/tasks/" + caller.enqueued("{\"type\":\"earlier\"}");
            caller.post(task + "/cancel").has(200);
            caller.delete(task).has(204);
        }
    }

    static Stage open() {
        return new Stage(maintenance(true));
    }

    /** A stage where maintenance is done at once, with the results of the examples. */
    static Stage openAtOnce() {
        return new Stage(maintenance(false));
    }

    /**
     * Brings the server on.
     *
     * @param step an operation whose example is sent, or what is named in here
     */
    void step(String step) {
        switch (step) {
            case "a second passes" -> server.clock.advance(Duration.ofSeconds(1));
            case "a minute passes" -> passMinute();
            case "an hour passes" -> server.clock.advance(Duration.ofHours(1));
            case "another task of that key" ->
                caller.enqueued("{\"type\":\"mail.send\",\"idempotency_key\":\"order-1\"}");
            case "another worker claims" -> new Worker(caller, "encoder-2").claims(ENCODING);
            case "the cleanup is done" -> new Worker(caller).complete("cleanup_runs", "{\"deleted\":12}");
            case "the backup is made" -> server.startedBackups.remove().run();
            case "a backup fails" -> failBackup();
            case "the server drains" -> server.http.drain();
            default -> assertSuccess(step);
        }
    }

    private void passMinute() {
        server.clock.advance(Duration.ofMinutes(1));
        server.upkeep.promoteDue().toCompletableFuture().join();
    }

    private void failBackup() {
        server.vault.failWith(new StoreFullException("full"));
        step("startBackup");
        step("the backup is made");
    }

    private void assertSuccess(String operation) {
        Answer answer = send(api.operation(operation));
        if (answer.status() >= 300) {
            throw new AssertionError(operation + ": " + answer);
        }
    }

    /** Sends the example of an operation. */
    Answer send(Operation operation, String... headers) {
        Answer answer = caller.send(operation.request(
                caller, operation.examplePath(), operation.body().replace(TOKEN, token), headers));
        Matcher lease = LEASE.matcher(answer.text());
        if (lease.find()) {
            token = lease.group(1);
        }
        return new Answer(answer.status(), answer.text().replace(token, TOKEN), answer.headers());
    }

    @Override
    public void close() {
        server.close();
    }

    private static HttpMaintenance maintenance(boolean useTaskQueue) {
        return new HttpMaintenance(
                useTaskQueue,
                List.of(
                        Scripted.answering("cleanup_runs", "{\"deleted\":12}"),
                        Scripted.answering(
                                "health_check",
                                "{\"status\":\"ok\",\"checks\":[{\"name\":\"database\",\"status\":\"ok\",\"message\":\"sound\"}]}"),
                        Scripted.answering(
                                "cleanup_temp_files",
                                "{\"deleted_files\":2,\"deleted_bytes\":4096,\"failed_files\":0}"),
                        Scripted.answering(
                                "log_statistics",
                                "{\"total_tasks\":4,\"scheduled_tasks\":0,\"queued_tasks\":2,\"processing_tasks\":0,"
                                        + "\"completed_tasks\":1,\"failed_tasks\":0,\"cancelled_tasks\":1,"
                                        + "\"oldest_queued_age_seconds\":0.5}")),
                new TaskTypePolicies(Map.of(), TaskTypePolicy.DEFAULT),
                0);
    }
}
