package io.prismq.queue.adapter.http;

import static io.prismq.queue.domain.access.Scope.ADMIN;
import static io.prismq.queue.domain.access.Scope.ENQUEUE;
import static io.prismq.queue.domain.access.Scope.MANAGE;
import static io.prismq.queue.domain.access.Scope.READ;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.access.Anonymity;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    @Test
    void offerAReaderNothingButToLook() {
        offer(keyWith(READ), false, false);
    }

    @Test
    void offerTheFormToWhoMayEnqueueToo() {
        offer(keyWith(READ, ENQUEUE), true, false);
    }

    @Test
    void offerWhatMaySteerToWhoMayManage() {
        offer(keyWith(READ, MANAGE), false, true);
    }

    @Test
    void offerAnOperatorAll() {
        offer(keyWith(ADMIN), true, true);
    }

    @Test
    void offerAllWhereNobodyNeedsAKey() {
        stop();
        server = TestServer.start();
        offer(new Browser(server.caller()), true, true);
    }

    @Test
    void tellAReaderWhatIsPaused() {
        server.taskOf(new TaskType("email"));
        Browser operator = keyWith(ADMIN);
        operator.submit("/types/pause", "type", "email").has(303);

        assertThat(keyWith(READ).get("/types").has(200).text())
                .contains("pill-paused")
                .doesNotContain("aria-label=\"Resume email\"");
    }

    @Test
    void leadWhoMayOnlyEnqueueNowhereElse() {
        String page = keyWith(ENQUEUE).get("/enqueue").has(200).text();

        assertThat(page).contains("id=\"enqueue\"", "id=\"new-task\"", "Log out");
        assertThat(links(page)).containsOnly("/enqueue", "/docs");
    }

    @Test
    void canBeLeftWhereTheyOpenToNobodyWithTheKey() {
        assertThat(keyWith(READ).get("/enqueue").has(403).text())
                .contains("Log out")
                .doesNotContain("id=\"new-task\"");
    }

    private void offer(Browser browser, boolean enqueue, boolean manage) {
        assertThat(browser.get("/tasks").has(200).text().contains("Enqueue the first one"))
                .isEqualTo(enqueue);
        String task = "/tasks/" + server.taskOf(new TaskType("email"));
        String confirm = "/tasks/confirm?action=cancel&back=/tasks&id=1";

        assertThat(has(browser, "/", "id=\"new-task\"")).isEqualTo(enqueue);
        assertThat(has(browser, task, "id=\"again\"")).isEqualTo(enqueue);
        assertThat(has(browser, task, "id=\"cancel\"")).isEqualTo(manage);
        assertThat(has(browser, "/tasks", "id=\"cancel-selected\"")).isEqualTo(manage);
        assertThat(has(browser, "/tasks", "type=\"checkbox\"")).isEqualTo(manage);
        assertThat(has(browser, confirm, "id=\"yes\"")).isEqualTo(manage);
        assertThat(has(browser, "/types", "aria-label=\"Pause email\"")).isEqualTo(manage);
        assertThat(has(browser, "/maintenance", "aria-label=\"Run: Cleanup runs\""))
                .isEqualTo(manage);
        assertThat(has(browser, "/maintenance", "id=\"backup\"")).isEqualTo(manage);
    }

    private static boolean has(Browser browser, String page, String part) {
        return browser.get(page).has(200).text().contains(part);
    }

    private static Stream<String> links(String page) {
        return Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1));
    }

    private Browser keyWith(Scope... scopes) {
        Browser browser = new Browser(server.caller());
        String key = server.key(new Grant(Set.of(scopes), Set.of()));
        browser.post("/login", Browser.token(browser.get("/login")), "key", key, "to", "/")
                .has(303);
        return browser;
    }
}
