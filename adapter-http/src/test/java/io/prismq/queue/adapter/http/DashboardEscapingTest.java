package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What looks like a part of a page shows as text, wherever somebody else can say it. */
@SuppressWarnings("NullAway.Init")
class DashboardEscapingTest extends ServerTest {
    private static final List<String> SAID = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'><img src=x onerror=alert(1)>",
            "</textarea><script>alert(1)</script>");

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(caller);
    }

    static List<String> said() {
        return SAID;
    }

    @ParameterizedTest
    @MethodSource("said")
    void inEverythingThatAClientSays(String said) {
        caller.enqueued(
                "{\"type\":\"a\",\"idempotency_key\":%1$s,\"payload\":{%1$s:%1$s},\"compatibility\":{%1$s:%1$s}}"
                        .formatted(json(said)));

        isText(browser.get("/tasks").has(200));
        shows(browser.get("/tasks/1").has(200), said);
        shows(browser.get("/enqueue?from=1").has(200), said);
        shows(browser.get("/tasks?key=" + Browser.encode(said)).has(200), said);
    }

    @ParameterizedTest
    @MethodSource("said")
    void inEverythingThatAWorkerSays(String said) {
        Worker worker = new Worker(caller, said.replace("\"", "\\\""));
        caller.enqueued("{\"type\":\"a\",\"max_attempts\":1}");
        Answer claimed =
                Worker.only(worker.claims("\"types\":[\"a\"],\"capabilities\":{%1$s:%1$s}".formatted(json(said))));
        worker.says(
                        "heartbeat",
                        claimed,
                        "\"progress\":{\"percent\":1,\"message\":%1$s},\"log\":[{\"level\":\"info\",\"message\":%1$s}]"
                                .formatted(json(said)))
                .has(200);

        shows(browser.get("/workers").has(200), said);
        shows(browser.get("/tasks").has(200), said);
        shows(browser.get("/tasks/1").has(200), said);
        worker.says("fail", claimed, "\"error_message\":%1$s,\"error_details\":{%1$s:%1$s}".formatted(json(said)))
                .has(200);
        shows(browser.get("/tasks").has(200), said);
        shows(browser.get("/tasks/1").has(200), said);
        isText(browser.get("/").has(200));
    }

    @ParameterizedTest
    @MethodSource("said")
    void inAResult(String said) {
        caller.enqueued("{\"type\":\"a\"}");
        new Worker(caller).complete("a", "{%1$s:%1$s}".formatted(json(said)));

        shows(browser.get("/tasks/1").has(200), said);
    }

    @ParameterizedTest
    @MethodSource("said")
    void inWhatWasTyped(String said) {
        for (String field : List.of(
                "type", "priority", "max_attempts", "run_after_utc", "ttl_seconds", "payload", "compatibility")) {
            shows(browser.submit("/enqueue", field, said).has(422), said);
        }
        shows(
                browser.submit("/enqueue", "idempotency_key", said, "type", "no type")
                        .has(422),
                said);
        isText(browser.get("/tasks/confirm?" + Browser.form("action", said, "id", "1"))
                .has(422));
        isText(browser.get("/tasks/confirm?" + Browser.form("action", "cancel", "id", "1", "back", said))
                .has(200));
        isText(browser.get("/maintenance/confirm?" + Browser.form("operation", said))
                .has(422));
        isText(browser.submit("/types/pause", "type", said).has(422));
        isText(browser.submit("/maintenance/run", "operation", said).has(422));
    }

    @ParameterizedTest
    @MethodSource("said")
    void inAddresses(String said) {
        for (String name : List.of("status", "type", "id", "older_than", "newer_than", "cursor")) {
            isText(browser.get("/tasks?" + name + "=" + Browser.encode(said)).has(422));
        }
        shows(browser.get("/tasks?" + Browser.encode(said) + "=1").has(422), said);
        isText(browser.get("/" + Browser.encode(said)));
        isText(browser.get("/tasks/" + Browser.encode(said)));
    }

    @ParameterizedTest
    @MethodSource("said")
    void inANotice(String said) {
        String word =
                Base64.getUrlEncoder().withoutPadding().encodeToString(("+" + said).getBytes(StandardCharsets.UTF_8));
        browser.hasCookie("prismq_notice", word);

        shows(browser.get("/tasks").has(200), said);
    }

    @Test
    void inReasonsAgainstReady() {
        server.reasonsAgainstReady.add(SAID.get(0));

        shows(browser.get("/").has(200), SAID.get(0));
    }

    /** Nothing that was said is a tag, or ends an attribute. */
    private static void isText(Answer page) {
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text())
                .doesNotContain("<script>", "<img src=x", "\"><img src=x", "'><img", "</textarea><script");
    }

    private static void shows(Answer page, String said) {
        isText(page);
        assertThat(unescaped(page.text()))
                .satisfiesAnyOf(
                        text -> assertThat(text).contains(said),
                        text -> assertThat(text).contains(said.replace("\"", "\\\"")));
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String json(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
