package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.access.Anonymity;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events tell who asked for what happened, and no more of him than his name. */
class EventCallersTest {
    private static final String TASK = "{\"type\":\"email\"}";

    private final TestServer server = TestServer.startFor(Anonymity.local(Set.of()));
    private final Caller caller = server.caller();
    private final Worker worker = new Worker(caller);
    private final String client = server.key(new Grant(Set.of(Scope.ENQUEUE), Set.of()));
    private final String works = server.key(new Grant(Set.of(Scope.WORK), Set.of()));
    private final String operator = server.key(Grant.ALL);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nameTheKeysOfClientsAndWorkers() {
        caller.enqueue(TASK, key(client)).has(201);
        Answer first = claimed();
        says("heartbeat", first, ",\"progress\":{\"percent\":40,\"message\":\"\"}");
        says("fail", first, ",\"error_message\":\"no\",\"retryable\":false");
        post("/api/queue/tasks/" + first.taskId() + "/retry", "", operator);
        Answer second = claimed();
        says("release", second, "");
        says("complete", claimed(), "");
        post("/api/queue/enqueue/batch", "{\"tasks\":[" + TASK + "]}", client);
        Answer third = claimed();
        String settlement = "{\"action\":\"complete\",\"task_id\":%d,\"lease_token\":\"%s\"}"
                .formatted(third.taskId(), third.word("lease_token"));
        post("/api/queue/settlements", "{\"settlements\":[" + settlement + "]}", works);

        assertThat(told("", 12))
                .containsExactly(
                        "enqueued " + name(client),
                        "claimed " + name(works),
                        "progress " + name(works),
                        "failed " + name(works),
                        "retried " + name(operator),
                        "claimed " + name(works),
                        "released " + name(works),
                        "claimed " + name(works),
                        "completed " + name(works),
                        "enqueued " + name(client),
                        "claimed " + name(works),
                        "completed " + name(works));
    }

    @Test
    void nameWhoIsLoggedIn() {
        Browser browser = new Browser(caller);
        browser.post("/login", Browser.token(browser.get("/login")), "key", operator, "to", "/")
                .has(303);
        browser.get("/enqueue").has(200);
        browser.submit("/enqueue", "type", "email", "payload", "{}").has(303);
        browser.submit("/tasks/actions", "action", "cancel", "id", "1", "back", "/tasks")
                .has(303);

        assertThat(told("", 2)).containsExactly("enqueued " + name(operator), "cancelled " + name(operator));
    }

    @Test
    void sayNothingOfWhoIsNotKnown() {
        caller.enqueued(TASK);
        worker.complete("email", "1");

        try (EventReader reader = EventReader.open(caller, "?last_event_id=0")) {
            IntStream.range(0, 3)
                    .forEach(n -> assertThat(reader.next().data().has("by")).isFalse());
        }
    }

    @Test
    void nameTheKeyToWhoMayReadTheType() {
        caller.enqueue(TASK, key(client)).has(201);
        String reader = server.key(new Grant(Set.of(Scope.READ), Set.of(new TaskType("email"))));

        assertThat(told("&type=email", 1, key(reader))).containsExactly("enqueued " + name(client));
    }

    @Test
    void doNotTellTheAddress() {
        caller.enqueue(TASK, key(client)).has(201);

        try (EventReader reader = EventReader.open(caller, "?last_event_id=0")) {
            assertThat(reader.next().data().toString()).contains(name(client)).doesNotContain("127.0.0.1");
        }
    }

    private Answer claimed() {
        return Worker.only(post("/api/queue/claims", worker.claimBody("\"types\":[\"email\"]"), works));
    }

    private void says(String action, Answer held, String fields) {
        post(
                "/api/queue/tasks/" + held.taskId() + "/" + action,
                "{\"lease_token\":\"" + held.word("lease_token") + "\"" + fields + "}",
                works);
    }

    private Answer post(String path, String body, String token) {
        return caller.post(path, body, key(token)).has(path.endsWith("batch") ? 201 : 200);
    }

    private List<String> told(String query, int events, String... headers) {
        try (EventReader reader = EventReader.open(caller, "?last_event_id=0" + query, headers)) {
            return IntStream.range(0, events)
                    .mapToObj(n -> reader.next())
                    .map(frame ->
                            frame.event() + " " + frame.data().required("by").asString())
                    .toList();
        }
    }

    private static String[] key(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static String name(String token) {
        return "key " + token.substring("prismq_".length(), "prismq_0123456789ab".length());
    }
}
