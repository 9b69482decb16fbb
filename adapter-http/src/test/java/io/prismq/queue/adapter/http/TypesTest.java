package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TypesTest extends ServerTest {
    @Test
    void areListedWithTheirTasksAndPolicies() {
        caller.enqueued("{\"type\":\"a\"}");
        caller.post("/api/queue/tasks/" + caller.enqueued("{\"type\":\"a\"}") + "/cancel")
                .has(200);

        JsonNode a = caller.get("/api/queue/types").has(200).json().get(0);

        assertThat(a.required("type").asString()).isEqualTo("a");
        assertThat(a.required("paused").asBoolean()).isFalse();
        assertThat(a.required("counts").required("queued").asLong()).isEqualTo(1);
        assertThat(a.required("counts").required("cancelled").asLong()).isEqualTo(1);
        assertThat(a.required("oldest_queued_age_seconds").asDouble()).isZero();
        assertThat(a.required("policy").required("max_attempts").asInt()).isEqualTo(5);
        assertThat(a.required("policy").required("ttl_seconds").isNull()).isTrue();
    }

    @Test
    void areListedWhereTheyHaveAPolicyAndNoTask() {
        JsonNode patient = caller.get("/api/queue/types").has(200).json().get(0);

        assertThat(patient.required("type").asString()).isEqualTo("patient");
        assertThat(patient.required("policy").required("timeout_seconds").asDouble())
                .isEqualTo(1800);
        assertThat(patient.required("oldest_queued_age_seconds").isNull()).isTrue();
    }

    @Test
    void areNotClaimedWhileTheyArePaused() {
        Worker worker = new Worker(caller);
        caller.enqueued("{\"type\":\"a\"}");

        assertThat(caller.post("/api/queue/types/a/pause").has(200).text())
                .isEqualTo("{\"type\":\"a\",\"paused\":true,"
                        + "\"message\":\"Type paused: its tasks wait, what runs goes on\"}");

        assertThat(worker.claims("\"types\":[\"a\"]").has(200).text()).isEqualTo("{\"tasks\":[]}");
        assertThat(caller.get("/api/queue/types")
                        .json()
                        .get(0)
                        .required("paused")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void areClaimedAtOnceByWhoWaitsWhenTheyAreResumed() {
        Worker worker = new Worker(caller);
        caller.post("/api/queue/types/a/pause").has(200);
        caller.enqueued("{\"type\":\"a\"}");
        CompletableFuture<Answer> waiting = worker.claimsLater("\"types\":[\"a\"],\"wait_seconds\":60");

        caller.post("/api/queue/types/a/resume").has(200);

        assertThat(Worker.only(waiting.join()).taskId()).isEqualTo(1);
    }

    @Test
    void sayWhereThereIsNothingToChange() {
        assertThat(caller.post("/api/queue/types/a/resume").has(200).word("message"))
                .isEqualTo("The type is not paused");
        caller.post("/api/queue/types/a/pause").has(200);
        assertThat(caller.post("/api/queue/types/a/pause").has(200).word("message"))
                .isEqualTo("The type is paused already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%3Cscript%3E", "a%2Fb"})
    void refuseNamesThatNoTypeHas(String name) {
        assertThat(caller.post("/api/queue/types/" + name + "/pause").status()).isIn(400, 404, 422);
    }
}
