package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.access.Anonymity;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who did what, from where, and what became of it; and nothing that is none of the reader's business. */
class AuditTest {
    private static final String AUDIT = "/api/system/audit";
    private static final String SECRET = "do-not-tell-this";

    private final TestServer server = TestServer.startFor(Anonymity.local(Set.of()));
    private final Caller caller = server.caller();
    private final String token = server.key(Grant.ALL);
    private final String[] key = {"Authorization", "Bearer " + token};
    private final String keyId = token.substring("prismq_".length(), "prismq_0123456789ab".length());
    private final String actor = "key " + keyId;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsWhoDidWhatFromWhere() {
        long task = enqueued();
        post("/api/queue/tasks/" + task + "/cancel").has(200);
        post("/api/queue/tasks/" + task + "/cancel").has(200);
        caller.delete("/api/queue/tasks/" + task).has(204);
        post("/api/queue/types/email/pause").has(200);
        post("/api/queue/types/email/resume").has(200);
        post("/api/system/backups").has(202);
        post("/api/system/backups").has(409);
        long ordered = post("/api/system/maintenance/cleanup-runs").has(202).taskId();

        assertThat(told())
                .containsExactly(
                        actor + " enqueue_maintenance cleanup_runs " + ordered + " done",
                        actor + " start_backup null busy",
                        actor + " start_backup " + backup() + " done",
                        actor + " resume_type email done",
                        actor + " pause_type email done",
                        "anonymous delete_task " + task + " done",
                        actor + " cancel_task " + task + " wrong_status",
                        actor + " cancel_task " + task + " done",
                        "key 0123456789ab create_key " + keyId + " done");
        assertThat(entries("")).first().satisfies(entry -> {
            assertThat(entry.required("address").asString()).isEqualTo("127.0.0.1");
            assertThat(entry.required("at_utc").asString())
                    .isEqualTo(server.clock.now().toString().replace("Z", ".000Z"));
        });
    }

    @Test
    void tellsWhoOrderedMaintenanceWhicheverWay() {
        Browser browser = new Browser(caller);
        logIn(browser, token, 303);
        String task = "{\"type\":\"health_check\",\"idempotency_key\":\"once\"}";

        long single = caller.post("/api/queue/enqueue", task, key).has(201).taskId();
        caller.post("/api/queue/enqueue", task, key).has(201);
        caller.post("/api/queue/enqueue/batch", "{\"tasks\":[{\"type\":\"email\"},{\"type\":\"cleanup_runs\"}]}", key)
                .has(201);
        browser.submit("/enqueue", "type", "log_statistics").has(303);

        assertThat(told())
                .startsWith(
                        actor + " enqueue_maintenance log_statistics " + (single + 3) + " done",
                        actor + " enqueue_maintenance cleanup_runs " + (single + 2) + " done",
                        actor + " enqueue_maintenance health_check " + single + " done",
                        actor + " login null done");
        assertThat(entries("?limit=3"))
                .allSatisfy(entry ->
                        assertThat(entry.required("address").asString()).isEqualTo("127.0.0.1"));
    }

    @Test
    void believesNoHeaderAboutTheAddress() {
        caller.post("/api/queue/types/email/pause", "", "X-Forwarded-For", "192.0.2.99", "Forwarded", "for=192.0.2.99")
                .has(200);

        assertThat(entries("?limit=1").get(0).required("address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void tellsWhatIsDoneOnThePages() {
        Browser browser = new Browser(caller);
        logIn(browser, "prismq_" + SECRET, 401);
        logIn(browser, token, 303);
        browser.submit("/types/pause", "type", "email").has(303);
        long task = enqueued();
        browser.submit("/tasks/actions", "action", "cancel", "id", Long.toString(task), "back", "/tasks")
                .has(303);
        browser.submit("/maintenance/backup").has(303);
        browser.submit("/logout").has(303);

        assertThat(told())
                .startsWith(
                        actor + " logout null done",
                        actor + " start_backup " + backup() + " done",
                        actor + " cancel_task " + task + " done",
                        actor + " pause_type email done",
                        actor + " login null done",
                        "anonymous login null refused");
    }

    @Test
    void isReadPageByPage() {
        for (int n = 0; n < 5; n++) {
            post("/api/queue/types/t" + n + "/pause").has(200);
        }
        List<Long> ids = new ArrayList<>();
        String next = AUDIT + "?limit=2&after=1&action=pause_type&actor=" + actor.replace(" ", "%20");
        while (!next.isEmpty()) {
            Answer page = caller.get(next).has(200);
            page.json().forEach(entry -> ids.add(entry.required("audit_id").asLong()));
            next = page.headers().firstValue("Link").map(AuditTest::target).orElse("");
        }

        assertThat(ids).containsExactly(6L, 5L, 4L, 3L, 2L);
        assertThat(entries("?actor=nobody")).isEmpty();
        assertThat(entries("?action=login")).isEmpty();
        assertThat(entries("?before=3&after=1")).hasSize(1);
    }

    @Test
    void knowsItsQuestions() {
        caller.get(AUDIT + "?action=enqueue").blames("action");
        caller.get(AUDIT + "?before=0").blames("before");
        caller.get(AUDIT + "?limit=1001").blames("limit");
    }

    @Test
    void isForAdministrators() {
        String manager = server.key(new Grant(Set.of(Scope.MANAGE, Scope.READ), Set.of()));

        caller.get(AUDIT, "Authorization", "Bearer " + manager).isProblem(403, "forbidden");
        caller.get(AUDIT, "Authorization", "Bearer wrong").isProblem(401, "unauthorized");
        caller.get(AUDIT, key).has(200);
    }

    @Test
    void holdsNoPayloadAndNoKey() {
        String task =
                "{\"type\":\"email\",\"payload\":{\"a\":\"" + SECRET + "\"},\"idempotency_key\":\"" + SECRET + "\"}";
        Worker worker = new Worker(caller, "w-" + SECRET);
        caller.post("/api/queue/enqueue", task, key).has(201);
        worker.complete("email", "{\"result\":\"" + SECRET + "\"}");
        long failing =
                caller.enqueued("{\"type\":\"email\",\"max_attempts\":1,\"payload\":{\"b\":\"" + SECRET + "\"}}");
        worker.says("fail", worker.claim("email"), "\"error_message\":\"" + SECRET + "\"")
                .has(200);
        post("/api/queue/tasks/" + failing + "/retry").has(200);
        post("/api/queue/tasks/" + failing + "/cancel?reason=" + SECRET).has(422);
        post("/api/queue/tasks/" + failing + "/cancel").has(200);
        caller.delete("/api/queue/tasks/" + failing).has(204);
        post("/api/system/maintenance/cleanup-runs?max_age_hours=47").has(202);
        logIn(new Browser(caller), token, 303);
        logIn(new Browser(caller), "prismq_0123456789ab_" + SECRET, 401);

        assertThat(caller.get(AUDIT, key).has(200).text())
                .contains("retry_task", "cancel_task", "delete_task", "enqueue_maintenance", "login")
                .doesNotContain(SECRET, token, token.substring("prismq_0123456789ab_".length()), "max_age", "47");
    }

    private long enqueued() {
        return caller.enqueued("{\"type\":\"email\"}");
    }

    private Answer post(String path) {
        return caller.post(path, "", key);
    }

    private static void logIn(Browser browser, String typed, int status) {
        browser.post("/login", Browser.token(browser.get("/login")), "key", typed, "to", "/")
                .has(status);
    }

    private List<String> told() {
        return entries("").stream()
                .map(entry -> Stream.of("actor", "action", "target", "outcome")
                        .map(name -> entry.required(name).isNull()
                                ? "null"
                                : entry.required(name).asString())
                        .reduce((one, other) -> one + " " + other)
                        .orElseThrow())
                .toList();
    }

    private List<JsonNode> entries(String query) {
        return List.copyOf(caller.get(AUDIT + query, key).has(200).json().values());
    }

    private String backup() {
        return caller.get("/api/system/backups")
                .has(200)
                .json()
                .get(0)
                .required("name")
                .asString();
    }

    private static String target(String link) {
        return link.substring(1, link.indexOf('>'));
    }
}
