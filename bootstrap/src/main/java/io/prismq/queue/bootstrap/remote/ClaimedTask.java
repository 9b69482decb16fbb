package io.prismq.queue.bootstrap.remote;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A task that the worker holds.
 *
 * @param payload as JSON
 * @param traceparent where its enqueue stands in a trace; empty where nobody said
 * @param lease how long it is held without a heartbeat
 * @param timeout how long the attempt may take; both by the server's clock alone
 */
record ClaimedTask(
        long id,
        String type,
        int attempt,
        String payload,
        String leaseToken,
        Optional<String> traceparent,
        Duration lease,
        Duration timeout) {
    static ClaimedTask of(JsonNode task) {
        Instant claimed = time(task, "processing_started_utc");
        return new ClaimedTask(
                task.get("task_id").asLong(),
                task.get("type").asString(),
                task.get("attempts").asInt(),
                task.get("payload").toString(),
                task.get("lease_token").asString(),
                task.path("traceparent").asStringOpt(),
                Duration.between(claimed, time(task, "lease_until_utc")),
                Duration.between(claimed, time(task, "attempt_deadline_utc")));
    }

    String path() {
        return "/api/queue/tasks/" + id;
    }

    /** What every line of the log about the task tells besides. */
    Map<String, String> fields(String worker) {
        return Map.of(
                "task_id", Long.toString(id), "type", type, "worker", worker, "attempt", Integer.toString(attempt));
    }

    @Override
    public String toString() {
        return "task %d (%s)".formatted(id, type);
    }

    private static Instant time(JsonNode task, String field) {
        return Instant.parse(task.get(field).asString());
    }
}
