package io.prismq.queue.bootstrap.browser;

import io.prismq.queue.bootstrap.process.ApiClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A task that a worker holds over the API; it says of it what a test wants. */
record HeldTask(ApiClient client, long id, String token) {
    private static final JsonMapper JSON = new JsonMapper();

    static HeldTask claim(ApiClient client, String worker, String type) {
        return claim(client, worker, type, "{}");
    }

    static HeldTask claim(ApiClient client, String worker, String type, String capabilities) {
        ObjectNode claim = JSON.createObjectNode().put("worker_id", worker).put("wait_seconds", 10);
        claim.putArray("types").add(type);
        claim.set("capabilities", JSON.readTree(capabilities));
        JsonNode task =
                answer(client.post("/api/queue/claims", claim.toString())).at("/tasks/0");
        return new HeldTask(
                client, task.get("task_id").asLong(), task.get("lease_token").asString());
    }

    /** What the worker is told. */
    String tell(int percent, String message, String level, String line) {
        ObjectNode heartbeat = JSON.createObjectNode();
        heartbeat.putObject("progress").put("percent", percent).put("message", message);
        heartbeat.putArray("log").addObject().put("level", level).put("message", line);
        return send("heartbeat", heartbeat).get("directive").asString();
    }

    void complete(String result) {
        ObjectNode completion = JSON.createObjectNode();
        completion.set("result", JSON.readTree(result));
        send("complete", completion);
    }

    /** Fails, and may be tried again at once. */
    void fail(String message, String details) {
        send("fail", failure(message, details).put("retry_after_seconds", 0));
    }

    /** Fails, and lets nobody try it again. */
    void reject(String message, String details) {
        send("fail", failure(message, details).put("retryable", false));
    }

    private static ObjectNode failure(String message, String details) {
        ObjectNode failure = JSON.createObjectNode().put("error_message", message);
        failure.set("error_details", JSON.readTree(details));
        return failure;
    }

    private JsonNode send(String action, ObjectNode body) {
        return answer(client.post(
                "/api/queue/tasks/%d/%s".formatted(id, action),
                body.put("lease_token", token).toString()));
    }

    private static JsonNode answer(ApiClient.Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return answer.body();
    }
}
