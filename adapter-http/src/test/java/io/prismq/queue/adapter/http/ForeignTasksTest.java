package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a worker holds is nobody else's. */
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
