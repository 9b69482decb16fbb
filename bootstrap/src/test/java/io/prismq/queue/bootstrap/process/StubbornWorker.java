package io.prismq.queue.bootstrap.process;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A worker that repeats each request until it has an answer, as the protocol invites it to: claims by their id,
 * settlements by their token. Most of its tasks it completes; some it fails or gives back, by chance.
 */
final class StubbornWorker implements Callable<Void> {
    /** What it said of a task, and was told. */
    record Settled(long taskId, String action, String token, int status, String outcome) {}

    private final String name;
    private final CrashingServer server;
    private final Random random;
    private final Consumer<Settled> settled;
    private final BooleanSupplier enough;
    private int claims;

    StubbornWorker(String name, CrashingServer server, long seed, Consumer<Settled> settled, BooleanSupplier enough) {
        this.name = name;
        this.server = server;
        this.random = new Random(seed);
        this.settled = settled;
        this.enough = enough;
    }

    /** Works until it is enough. */
    @Override
    public Void call() throws InterruptedException {
        while (!enough.getAsBoolean()) {
            List<JsonNode> tasks = new ArrayList<>();
            claim().forEach(tasks::add);
            if (random.nextBoolean()) {
                settleTogether(tasks);
            } else {
                for (JsonNode task : tasks) {
                    settleAlone(task);
                }
            }
        }
        return null;
    }

    private JsonNode claim() throws InterruptedException {
        claims++;
        return answer("/api/queue/claims", """
                {"worker_id": "%s", "types": ["email"], "max_tasks": %d, "lease_seconds": 300, "wait_seconds": 1,
                 "claim_id": "%d"}""".formatted(name, 1 + random.nextInt(10), claims))
                .body()
                .get("tasks");
    }

    private void settleAlone(JsonNode task) throws InterruptedException {
        String action = action();
        ApiClient.Answer answer = answer(
                "/api/queue/tasks/%d/%s".formatted(task.get("task_id").asLong(), action),
                "{%s}".formatted(members(task, action)));
        tell(task, action, answer.status(), answer.body());
    }

    private void settleTogether(List<JsonNode> tasks) throws InterruptedException {
        if (tasks.isEmpty()) {
            return;
        }
        List<String> actions = tasks.stream().map(task -> action()).toList();
        List<String> items = new ArrayList<>();
        for (int index = 0; index < tasks.size(); index++) {
            items.add("{\"task_id\":%d,\"action\":\"%s\",%s}"
                    .formatted(
                            tasks.get(index).get("task_id").asLong(),
                            actions.get(index),
                            members(tasks.get(index), actions.get(index))));
        }
        JsonNode results = answer(
                        "/api/queue/settlements",
                        items.stream().collect(Collectors.joining(",", "{\"settlements\":[", "]}")))
                .body()
                .get("results");
        for (int index = 0; index < tasks.size(); index++) {
            JsonNode result = results.get(index);
            int status = result.has("problem") ? result.at("/problem/status").asInt() : 200;
            tell(tasks.get(index), actions.get(index), status, result);
        }
    }

    private void tell(JsonNode task, String action, int status, JsonNode body) {
        settled.accept(new Settled(
                task.get("task_id").asLong(),
                action,
                task.get("lease_token").asString(),
                status,
                body.path("outcome").asString("")));
    }

    private String action() {
        return switch (random.nextInt(20)) {
            case 0 -> "fail";
            case 1 -> "release";
            default -> "complete";
        };
    }

    private static String members(JsonNode task, String action) {
        String token = task.get("lease_token").asString();
        return "\"lease_token\":\"%s\"%s"
                .formatted(
                        token,
                        switch (action) {
                            case "complete" -> ",\"result\":\"%s\"".formatted(token);
                            case "fail" -> ",\"error_message\":\"bad luck\",\"retry_after_seconds\":0";
                            default -> "";
                        });
    }

    private ApiClient.Answer answer(String path, String body) throws InterruptedException {
        while (true) {
            server.awaitUp();
            try {
                ApiClient.Answer answer = server.client().post(path, body);
                if (answer.status() != 503) {
                    return answer;
                }
            } catch (UncheckedIOException connectionLost) {
                // The answer may be lost though the request was done: the same again tells.
            }
        }
    }
}
