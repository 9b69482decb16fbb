package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the forms of the dashboard do. */
@SuppressWarnings("NullAway.Init")
class DashboardActionTest extends ServerTest {
    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(caller);
    }

    @Test
    void areAskedAboutWithTheNumberOfTasks() {
        String first = enqueued();
        String second = enqueued();

        Answer page = confirm("action", "cancel", "id", first, "id", second, "id", first)
                .has(200);

        assertThat(Browser.title(page)).isEqualTo("Cancel 2 tasks? – queue.db – PrismQ");
        assertThat(page.text())
                .contains("<h1>Cancel 2 tasks?</h1>", ">Cancel 2 tasks</button>")
                .contains("name=\"id\" value=\"" + first + "\"", "name=\"id\" value=\"" + second + "\"");
        assertThat(status(first)).isEqualTo("queued");
    }

    @Test
    void areAskedAboutForThoseThatTheyCanBeDoneTo() {
        String first = enqueued();
        String second = enqueued();
        caller.post("/api/queue/tasks/" + second + "/cancel").has(200);

        assertThat(confirm("action", "delete", "id", first, "id", second, "id", "99")
                        .has(200)
                        .text())
                .contains("<h1>Delete 1 task?</h1>", "1 of the 3 selected can be deleted now; 1 is gone, 1 is queued.")
                .contains("name=\"id\" value=\"" + second + "\"")
                .doesNotContain("value=\"" + first + "\"");
    }

    @Test
    void areNotOfferedWhereTheyCanBeDoneToNone() {
        String first = enqueued();
        String second = enqueued();

        assertThat(confirm("action", "delete", "id", first, "id", second)
                        .has(200)
                        .text())
                .contains("<h1>None of these 2 tasks can be deleted</h1>", "2 are queued.")
                .contains("Finished tasks can be deleted.")
                .doesNotContain("id=\"yes\"");
        assertThat(confirm("action", "retry", "id", first).has(200).text())
                .contains("<h1>This task cannot be queued again</h1>");
    }

    @Test
    void areAskedAboutForHundredsOfTasks() {
        String[] fields = new String[2 + 2 * 500];
        fields[0] = "action";
        fields[1] = "cancel";
        for (int task = 1; task <= 500; task++) {
            fields[2 * task] = "id";
            fields[2 * task + 1] = Long.toString(9_000_000_000_000_000L + task);
        }

        assertThat(confirm(fields).has(200).text()).contains("None of these 500 tasks can be cancelled");
    }

    @ParameterizedTest
    @CsvSource({
        "/tasks/actions, /tasks",
        "/maintenance/run, /maintenance",
        "/maintenance/backup, /maintenance",
        "/types/pause, /types",
        "/types/resume, /types"
    })
    void leadOnWhoeverAsksForTheirAddress(String action, String page) {
        assertThat(browser.get(action).has(303).header("Location")).isEqualTo(page);
    }

    @Test
    void areAskedAboutWhereMaintenanceDeletes() {
        caller.post("/api/queue/tasks/" + enqueued() + "/cancel").has(200);

        assertThat(browser.get("/maintenance/confirm?operation=cleanup_runs&max_age_hours=5")
                        .has(200)
                        .text())
                .contains("<h1>Delete finished tasks of every type?</h1>", "All that ended 5 hours ago or earlier")
                .contains(
                        "1 task is finished now", "name=\"max_age_hours\" value=\"5\"", "action=\"/maintenance/run\"");
        assertThat(browser.get("/maintenance/confirm?operation=cleanup_temp_files")
                        .has(200)
                        .text())
                .contains("last changed 24 hours ago or earlier");
        browser.get("/maintenance/confirm?operation=cleanup_runs&max_age_hours=x")
                .has(422);
    }

    @Test
    void ofMaintenanceSayWhatTheyDelete() {
        assertThat(browser.get("/maintenance").has(200).text())
                .contains("Deletes the finished tasks of every type that ended so many hours ago or earlier.")
                .contains("Deletes the files below the 2 configured directories")
                .contains("action=\"/maintenance/confirm\" id=\"run-cleanup_runs\"")
                .contains("action=\"/maintenance/run\" id=\"run-health_check\"");
    }

    @Test
    void changeAllTasksThatWereSelected() {
        String first = enqueued();
        String second = enqueued();

        Answer page = browser.submitAndFollow(
                "/tasks/actions", "action", "cancel", "id", first, "id", second, "back", "/tasks?type=a");

        assertThat(page.text()).contains("2 tasks cancelled", "notice good");
        assertThat(status(first)).isEqualTo("cancelled");
        assertThat(status(second)).isEqualTo("cancelled");
        assertThat(browser.submitAndFollow("/tasks/actions", "action", "retry", "id", first)
                        .text())
                .contains("1 task queued again");
        assertThat(status(first)).isEqualTo("queued");
        assertThat(browser.submitAndFollow("/tasks/actions", "action", "delete", "id", second)
                        .text())
                .contains("1 task deleted");
        caller.get("/api/queue/tasks/" + second).has(404);
    }

    @Test
    void tellWhatCouldNotBeChanged() {
        String first = enqueued();

        assertThat(browser.submitAndFollow("/tasks/actions", "action", "delete", "id", first, "id", "99")
                        .text())
                .contains("0 of 2 tasks deleted: task " + first + " is queued, and so on", "notice bad");
    }

    @Test
    void tellItOnce() {
        browser.submitAndFollow("/tasks/actions", "action", "cancel", "id", enqueued());

        assertThat(browser.get("/tasks").text()).doesNotContain("notice good");
    }

    @Test
    void tellItWhereAPageIsLoadedAndNotWhereAPartOfOneIs() {
        browser.submit("/tasks/actions", "action", "cancel", "id", enqueued()).has(303);

        assertThat(browser.get("/tasks", "HX-Request", "true").text()).doesNotContain("id=\"notice\"");
        assertThat(browser.get("/tasks").text()).contains("id=\"notice\"");
    }

    @Test
    void doNothingWithoutATask() {
        assertThat(browser.get(confirm("action", "cancel").has(303).header("Location"))
                        .text())
                .contains("No task is selected");
        assertThat(browser.submitAndFollow("/tasks/actions", "action", "cancel").text())
                .contains("No task is selected");
    }

    @ParameterizedTest
    @CsvSource({
        "/tasks/5, /tasks/5",
        "/tasks?status=failed&key=a%20b, /tasks?status=failed&key=a%20b",
        "//evil.example, /tasks",
        "https://evil.example, /tasks",
        "/tasks/../api, /tasks",
        "/tasks?x=a b, /tasks",
        "/enqueue, /tasks"
    })
    void leadBackToAListOrATaskAlone(String back, String location) {
        Answer answer = browser.submit("/tasks/actions", "action", "cancel", "id", enqueued(), "back", back);

        assertThat(answer.has(303).header("Location")).isEqualTo(location);
    }

    @ParameterizedTest
    @CsvSource({"explode, 1", "cancel, x", "cancel, -1", "cancel, 99999999999999999999"})
    void areKnown(String action, String id) {
        confirm("action", action, "id", id).has(422);
        browser.submit("/tasks/actions", "action", action, "id", id).has(422);
    }

    @Test
    void areForAThousandTasksAtMost() {
        String[] fields = new String[2 + 2 * 1001];
        fields[0] = "action";
        fields[1] = "cancel";
        for (int task = 1; task <= 1001; task++) {
            fields[2 * task] = "id";
            fields[2 * task + 1] = Integer.toString(task);
        }

        confirm(fields).has(422);
    }

    @Test
    void pauseAndResumeAType() {
        assertThat(browser.submitAndFollow("/types/pause", "type", "a").text())
                .contains("a paused: its tasks wait", "pill-paused", "Resume a");
        assertThat(browser.submitAndFollow("/types/resume", "type", "a").text()).contains("a resumed");
        browser.submit("/types/pause", "type", "no type").has(422);
    }

    @Test
    void runMaintenance() {
        assertThat(browser.submitAndFollow("/maintenance/run", "operation", "cleanup_runs", "max_age_hours", "5")
                        .text())
                .contains("cleanup_runs is task 1", "data-task=\"1\"");
        assertThat(caller.get("/api/queue/tasks/1").json().required("payload").toString())
                .isEqualTo("{\"max_age_hours\":5}");
        browser.submitAndFollow("/maintenance/run", "operation", "health_check");
        browser.submit("/maintenance/run", "operation", "explode").has(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "87601", "1e3"})
    void runMaintenanceForAgesThatThereAre(String hours) {
        browser.submit("/maintenance/run", "operation", "cleanup_runs", "max_age_hours", hours)
                .has(422);
    }

    @Test
    void backUp() {
        assertThat(browser.submitAndFollow("/maintenance/backup").text())
                .contains("Backup queue-20260101T000000Z.db has begun", "pill-running");
        assertThat(browser.submitAndFollow("/maintenance/backup").text()).contains("A backup is being made already");
    }

    @Test
    void areRefusedWhileTheServerDrains() {
        String token = browser.token();
        server.http.drain();

        browser.post("/enqueue", token, "type", "a").has(503);
        browser.post("/maintenance/backup", token).has(503);
        browser.get("/").has(200);
    }

    private Answer confirm(String... fields) {
        return browser.get("/tasks/confirm?" + Browser.form(fields));
    }

    private String enqueued() {
        return Long.toString(caller.enqueued("{\"type\":\"a\"}"));
    }

    private String status(String id) {
        return caller.get("/api/queue/tasks/" + id).has(200).word("status");
    }
}
