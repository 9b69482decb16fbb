package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form for a new task. */
@SuppressWarnings("NullAway.Init")
class DashboardEnqueueTest extends ServerTest {
    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(caller);
    }

    @Test
    void makesATaskOfWhatWasTyped() {
        Answer page = browser.submitAndFollow(
                "/enqueue",
                "type",
                " a ",
                "priority",
                "7",
                "max_attempts",
                "3",
                "run_after_utc",
                "2030-01-01T00:00:00+01:00",
                "ttl_seconds",
                "",
                "idempotency_key",
                "order 1",
                "payload",
                "{\r\n \"n\": 1.50\r\n}",
                "compatibility",
                "{\"gpu\":true}");

        assertThat(page.text()).contains("Task 1 enqueued");
        Answer task = caller.get("/api/queue/tasks/1").has(200);
        assertThat(task.word("type")).isEqualTo("a");
        assertThat(task.word("idempotency_key")).isEqualTo("order 1");
        assertThat(task.word("run_after_utc")).isEqualTo("2029-12-31T23:00:00.000Z");
        assertThat(task.text())
                .contains("\"payload\":{\n \"n\": 1.50\n}", "\"priority\":7", "\"max_attempts\":3", "{\"gpu\":true}");
    }

    @Test
    void needsNothingButAType() {
        browser.submit("/enqueue", "type", "a").has(303);

        assertThat(caller.get("/api/queue/tasks/1").text()).contains("\"payload\":{}");
    }

    @ParameterizedTest
    @CsvSource({
        "2030-01-31 12:00, 2030-01-31T12:00:00.000Z",
        "2030-01-31T12:00, 2030-01-31T12:00:00.000Z",
        "2030-01-31 12:00:05.25, 2030-01-31T12:00:05.250Z",
        "2030-01-31T12:00:00-01:00, 2030-01-31T13:00:00.000Z"
    })
    void readsATimeWithoutAnOffsetAsItIsShown(String typed, String runAfter) {
        browser.submit("/enqueue", "type", "a", "run_after_utc", typed).has(303);

        assertThat(caller.get("/api/queue/tasks/1").has(200).word("run_after_utc"))
                .isEqualTo(runAfter);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type            | a b                 | must be 1 to 100 characters of A-Z a-z 0-9 . _ : -
            priority        | 0                   | must be greater than or equal to 1
            priority        | high                | must be an integer
            priority        | 1.5                 | must be an integer
            max_attempts    | 101                 | must be less than or equal to 100
            run_after_utc   | tomorrow            | must be a time as in RFC 3339
            run_after_utc   | 2030-02-31 12:00    | must be a time as in RFC 3339
            ttl_seconds     | 99999999999         | is out of range
            payload         | [1]                 | must be an object
            payload         | {                   | must be one JSON value
            payload         | {},"type":"b"       | must be one JSON value
            payload         | {"a":1,"a":2}       | must be one JSON value
            compatibility   | 5                   | must be an object
            """)
    void isShownAgainWithWhatIsWrong(String field, String typed, String error) {
        Answer page = browser.submit("/enqueue", "type", field.equals("type") ? typed : "a", field, typed)
                .has(422);

        assertThat(Browser.title(page)).isEqualTo("New task: not valid – queue.db – PrismQ");
        assertThat(page.text())
                .containsPattern("data-error=\"" + field + "\">" + error)
                .contains("id=\"errors\"", "aria-invalid=\"true\"")
                .contains(typed.replace("\"", field.equals("payload") ? "\"" : "&#34;"));
        assertThat(caller.totalTasks()).isZero();
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        String page = browser.submit(
                        "/enqueue",
                        "type",
                        "a b",
                        "priority",
                        "x",
                        "max_attempts",
                        "0",
                        "payload",
                        "{",
                        "ttl_seconds",
                        "y")
                .has(422)
                .text();

        assertThat(page)
                .contains("data-error=\"type\"", "data-error=\"priority\"", "data-error=\"max_attempts\"")
                .contains("data-error=\"payload\"", "data-error=\"ttl_seconds\"")
                .doesNotContain("must not be null");
    }

    @Test
    void asksForAType() {
        assertThat(browser.submit("/enqueue", "payload", "{}").has(422).text()).contains("data-error=\"type\"");
    }

    @Test
    void tellsOfAKeyThatIsTaken() {
        caller.enqueued("{\"type\":\"a\",\"idempotency_key\":\"k\"}");

        assertThat(browser.submit("/enqueue", "type", "b", "idempotency_key", "k")
                        .has(422)
                        .text())
                .contains("data-error=\"idempotency_key\">belongs to a different request");
        assertThat(browser.submitAndFollow("/enqueue", "type", "a", "idempotency_key", "k")
                        .text())
                .contains("Task 1 came of this request before");
    }

    @Test
    void isFilledFromATaskThatIsToRunAgain() {
        long id = caller.enqueued(
                "{\"type\":\"a.b\",\"priority\":7,\"max_attempts\":3,\"payload\":{\"n\":1},\"idempotency_key\":\"k\","
                        + "\"compatibility\":{\"gpu\":true}}");

        assertThat(browser.get("/enqueue?from=" + id).has(200).text())
                .contains("name=\"type\" value=\"a.b\"", "value=\"7\"", "value=\"3\"", "\"n\": 1", "\"gpu\": true")
                .doesNotContain("value=\"k\"");
        browser.get("/enqueue?from=99").has(404);
    }
}
