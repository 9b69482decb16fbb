package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a worker holds is nobody else's, and what a key does not reach is not there for it. */
class ForeignTasksTest {
    private static final TaskType OWN = new TaskType("a.x");
    private static final TaskType FOREIGN = new TaskType("b.y");
    private static final String NOTHING = "{\"tasks\":[]}";

    private final TestServer server = TestServer.start();
    private final Caller caller = server.caller();
    private final String admin = server.key(Grant.ALL);
    private final String worker = server.key(new Grant(Set.of(Scope.WORK), Set.of()));
    private final String limited = server.key(new Grant(Set.of(Scope.WORK), Set.of(OWN)));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void areNotGivenToOneWhoRepeatsTheClaimOfAnother() {
        server.taskOf(FOREIGN);
        String held = claim(admin, FOREIGN).has(200).text();

        assertThat(claim(limited, OWN).has(200).text()).isEqualTo(NOTHING);
        assertThat(claim(worker, FOREIGN).has(200).text()).isEqualTo(NOTHING);
        assertThat(caller.post("/api/queue/claims", body(FOREIGN)).has(200).text())
                .isEqualTo(NOTHING);
        assertThat(claim(admin, FOREIGN).has(200).text()).isEqualTo(held);
    }

    @Test
    void areNotGivenToOneWhoWasTakenForAnother() {
        server.taskOf(FOREIGN);
        caller.post("/api/queue/claims", body(FOREIGN)).has(200);

        assertThat(claim(worker, FOREIGN).has(200).text()).isEqualTo(NOTHING);
        Worker.only(caller.post("/api/queue/claims", body(FOREIGN)));
    }

    @Test
    void areNotThereForSettlementsOfAKeyThatDoesNotReachThem() {
        server.taskOf(FOREIGN);
        server.taskOf(OWN);
        String foreign = Worker.only(claim(admin, FOREIGN)).word("lease_token");
        String own = Worker.only(claim(limited, OWN)).word("lease_token");

        Answer answer = settle(limited, item(1, foreign), item(99, foreign), item(2, own), item(2, own));

        assertThat(answer.has(200).json().required("results"))
                .extracting(result -> result.has("problem")
                        ? result.at("/problem/detail").asString()
                        : result.required("status").asString())
                .containsExactly("Task 1 not found", "Task 99 not found", "completed", "completed");
        assertThat(settle(worker, item(1, foreign)).has(200).text()).contains("completed");
    }

    private Answer settle(String key, String... items) {
        return caller.post(
                "/api/queue/settlements", "{\"settlements\":[" + String.join(",", items) + "]}", bearer(key));
    }

    private static String item(long task, String token) {
        return "{\"task_id\":" + task + ",\"action\":\"complete\",\"lease_token\":\"" + token + "\"}";
    }

    private Answer claim(String key, TaskType type) {
        return caller.post("/api/queue/claims", body(type), bearer(key));
    }

    private static String body(TaskType type) {
        return "{\"worker_id\":\"w1\",\"types\":[\"" + type + "\"],\"claim_id\":\"c1\"}";
    }

    private static String[] bearer(String key) {
        return new String[] {"Authorization", "Bearer " + key};
    }
}
