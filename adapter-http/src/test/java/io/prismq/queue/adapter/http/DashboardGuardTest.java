package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which forms the dashboard takes. */
class DashboardGuardTest extends ServerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks/actions",
                "/enqueue",
                "/types/pause",
                "/types/resume",
                "/maintenance/run",
                "/maintenance/backup"
            })
    void actOnlyWithTheTokenOfTheBrowser(String path) {
        Browser browser = new Browser(caller);
        String token = browser.token();
        String foreign = new Browser(caller).token();

        isRefused(browser.send(browser.request(path), "type=a"));
        isRefused(browser.post(path, ""));
        isRefused(browser.post(path, foreign));
        isRefused(browser.post(path, token.substring(1)));
        isRefused(new Browser(caller).post(path, token));
        assertThat(browser.post(path, token).status()).isNotEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1"
    })
    void doNotComeFromAPageOfAnotherSite(String header, String value) {
        Browser browser = new Browser(caller);
        String form = Browser.form("type", "a", "csrf", browser.token());

        isRefused(browser.send(browser.request("/types/pause", header, value), form));
        assertThat(caller.get("/api/queue/types").text()).doesNotContain("\"paused\":true");
    }

    @Test
    void mayComeFromAPageOfOurs() {
        Browser browser = new Browser(caller);
        String form = Browser.form("type", "a", "csrf", browser.token());
        String origin = "http://127.0.0.1:" + server.http.port();

        browser.send(browser.request("/types/pause", "Origin", origin, "Sec-Fetch-Site", "same-origin"), form)
                .has(303);
        assertThat(caller.get("/api/queue/types").text()).contains("\"paused\":true");
    }

    @Test
    void haveACookieThatNoOtherSiteSendsAndNoScriptReads() {
        assertThat(caller.get("/").header("Set-Cookie"))
                .matches("prismq_browser=[A-Za-z0-9_-]{24}; Path=/; HttpOnly; SameSite=Strict");
    }

    @Test
    void keepTheCookieThatIsThere() {
        Browser browser = new Browser(caller);
        browser.get("/").has(200);

        assertThat(browser.get("/tasks").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"<script>\"", "AAAA"})
    void replaceACookieThatIsNoneOfOurs(String cookie) {
        assertThat(caller.get("/", "Cookie", "prismq_browser=" + cookie)
                        .has(200)
                        .header("Set-Cookie"))
                .startsWith("prismq_browser=");
    }

    @Test
    void areForms() {
        Browser browser = new Browser(caller);
        browser.token();

        Answer answer = caller.post("/types/pause", "{\"type\":\"a\"}");

        answer.isProblem(415, "unsupported-media-type");
    }

    private static void isRefused(Answer answer) {
        answer.has(403);
        assertThat(Browser.title(answer)).isEqualTo("This is not allowed – queue.db – PrismQ");
    }
}
