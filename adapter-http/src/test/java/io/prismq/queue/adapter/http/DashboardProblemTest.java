package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems as people see them, and programs. */
class DashboardProblemTest extends ServerTest {
    @ParameterizedTest
    @CsvSource({"/nothing, 404", "/tasks/99, 404", "/tasks/x, 422", "/?a=b, 422", "/enqueue?from=x, 422"})
    void arePagesForPeople(String path, int status) {
        Answer page = new Browser(caller).get(path).has(status);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("<p class=\"big-status\">" + status + "</p>", "<h1>", "href=\"/tasks\"");
    }

    @Test
    void namesTheMethodsOfThePath() {
        Browser browser = new Browser(caller);
        Answer page = browser.send(browser.request("/workers"), "").has(405);

        assertThat(page.header("Allow")).contains("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/queue/tasks/99", "/api/nothing", "/assets/nothing", "/docs/nothing"})
    void areForProgramsWherePeopleHaveNoBusiness(String path) {
        new Browser(caller).get(path).isProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/problem+json, text/html;q=0.5"})
    void areForProgramsThatAskSo(String accept) {
        caller.get("/nothing", "Accept", accept).isProblem(404, "not-found");
    }

    @Test
    void ofTheStoreAreAPageToo() {
        FailingStore store = new FailingStore(new IllegalStateException("secret"));
        try (TestServer failing = TestServer.start(store, new SettableClock())) {
            Answer page = new Browser(failing.caller()).get("/tasks").has(500);

            assertThat(Browser.title(page)).isEqualTo("The server made a mistake – queue.db – PrismQ");
        }
    }
}
