package io.prismq.queue.adapter.http;

import static io.prismq.queue.domain.access.Scope.ENQUEUE;
import static io.prismq.queue.domain.access.Scope.MANAGE;
import static io.prismq.queue.domain.access.Scope.READ;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.access.Anonymity;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show to people whose keys permit little, and let them do. */
@SuppressWarnings("NullAway.Init")
class DashboardRightsTest {
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.startFor(Anonymity.refused());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cleanup_runs", "health_check", "cleanup_temp_files", "log_statistics"})
    void enqueueMaintenanceWithTheRightToManageAlone(String type) {
        assertThat(keyWith(ENQUEUE, READ)
                        .submit("/enqueue", "type", type)
                        .has(403)
                        .text())
                .contains("Nothing is enqueued.", "a key needs the scope manage");

        keyWith(ENQUEUE, MANAGE).submit("/enqueue", "type", type).has(303);
    }

    @Test
    void showNoTaskAndNoTypeToWhoMayOnlyEnqueue() {
        long id = server.taskOf(new TaskType("secret-type"));

        assertThat(keyWith(ENQUEUE).get("/enqueue?from=" + id).has(403).text())
                .contains("The key lacks the scope read")
                .doesNotContain("secret-type");
        assertThat(keyWith(ENQUEUE).get("/enqueue").has(200).text()).doesNotContain("secret-type");
        assertThat(keyWith(ENQUEUE, READ).get("/enqueue?from=" + id).has(200).text())
                .contains("name=\"type\" value=\"secret-type\"");
    }

    private Browser keyWith(Scope... scopes) {
        Browser browser = new Browser(server.caller());
        String key = server.key(new Grant(Set.of(scopes), Set.of()));
        browser.post("/login", Browser.token(browser.get("/login")), "key", key, "to", "/")
                .has(303);
        return browser;
    }
}
