package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A worker that speaks HTTP. */
record Worker(Caller caller) {
    Answer claims(String fields) {
        return caller.post("/api/queue/claims", "{\"worker_id\":\"w\"," + fields + "}");
    }

    /** Claims one task that has to be there. */
    Answer claim(String type) {
        Answer claims = claims("\"types\":[\"" + type + "\"]").has(200);
        JsonNode tasks = claims.json().required("tasks");
        assertThat(tasks).hasSize(1);
        return new Answer(claims.status(), tasks.get(0).toString(), claims.headers());
    }

    Answer complete(long id, String token, String result) {
        return caller.post(
                "/api/queue/tasks/" + id + "/complete",
                "{\"lease_token\":\"" + token + "\",\"result\":" + result + "}");
    }

    /** Claims and completes one task. */
    long complete(String type, String result) {
        Answer claimed = claim(type);
        return complete(claimed.taskId(), claimed.word("lease_token"), result)
                .has(200)
                .taskId();
    }

    /** Renews a lease beneath the API. */
    void heartbeat(TestServer server, Answer claimed) {
        server.execution
                .heartbeat(
                        new TaskId(claimed.taskId()),
                        new LeaseToken(claimed.word("lease_token")),
                        Duration.ofSeconds(30),
                        null)
                .toCompletableFuture()
                .join();
    }
}
