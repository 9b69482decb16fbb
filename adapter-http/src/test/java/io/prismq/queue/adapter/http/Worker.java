package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** A worker that speaks HTTP. */
record Worker(Caller caller, String id) {
    Worker(Caller caller) {
        this(caller, "w");
    }

    Answer claims(String fields) {
        return caller.post("/api/queue/claims", claimBody(fields));
    }

    CompletableFuture<Answer> claimsLater(String fields) {
        return caller.postLater("/api/queue/claims", claimBody(fields));
    }

    /** Claims one task that has to be there. */
    Answer claim(String type) {
        return only(claims("\"types\":[\"" + type + "\"]"));
    }

    /** The one task that a claim brought. */
    static Answer only(Answer claims) {
        JsonNode tasks = claims.has(200).json().required("tasks");
        assertThat(tasks).hasSize(1);
        return new Answer(claims.status(), tasks.get(0).toString(), claims.headers());
    }

    /** Says something about a task that it holds. */
    Answer says(String action, Answer claimed, String fields) {
        return says(action, claimed.taskId(), claimed.word("lease_token"), fields);
    }

    Answer says(String action, long task, String token, String fields) {
        return caller.post(
                "/api/queue/tasks/" + task + "/" + action,
                "{\"lease_token\":\"" + token + "\"" + (fields.isEmpty() ? "" : ",") + fields + "}");
    }

    /** Claims and completes one task. */
    long complete(String type, String result) {
        return says("complete", claim(type), "\"result\":" + result).has(200).taskId();
    }

    String claimBody(String fields) {
        return "{\"worker_id\":\"" + id + "\"," + fields + "}";
    }
}
