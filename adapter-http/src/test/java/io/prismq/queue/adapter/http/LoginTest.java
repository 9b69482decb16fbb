package io.prismq.queue.adapter.http;

import static io.prismq.queue.domain.testing.Tasks.BY;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.access.Anonymity;
import io.prismq.queue.application.access.ApiKeys;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person before a browser, and a server that asks everybody for a key. */
@SuppressWarnings("NullAway.Init")
class LoginTest {
    private static final TaskType EMAIL = new TaskType("email");

    private TestServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = TestServer.startFor(Anonymity.refused());
        browser = new Browser(server.caller());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
        String login = browser.get("/tasks?status=failed").has(303).header("Location");
        assertThat(login).isEqualTo("/login?to=%2Ftasks%3Fstatus%3Dfailed");

        Answer answer = logIn(server.key(Grant.ALL), "/tasks?status=failed").has(303);

        assertThat(answer.header("Location")).isEqualTo("/tasks?status=failed");
        assertThat(answer.header("Set-Cookie"))
                .matches("prismq_session=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict");
        assertThat(browser.get("/tasks").has(200).text()).contains("Log out");
        assertThat(browser.get("/api/queue/stats").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\\\evil.example",
                "/\\tevil.example",
                "evil.example",
                "javascript:alert(1)",
                ""
            })
    void leadsNowhereElse(String to) {
        assertThat(logIn(server.key(Grant.ALL), to.translateEscapes()).has(303).header("Location"))
                .isEqualTo("/");
    }

    @Test
    void takesNoOtherKey() {
        Answer answer = logIn("prismq_0123456789ab_" + "0".repeat(64), "/");

        assertThat(answer.has(401).text()).contains("This is not a key of this server.");
        assertThat(browser.get("/").status()).isEqualTo(303);
    }

    @Test
    void takesTenTriesAMinute() {
        for (int n = 0; n < 10; n++) {
            logIn("wrong", "/").has(401);
        }

        assertThat(logIn(server.key(Grant.ALL), "/").has(429).header("Retry-After"))
                .matches("[1-7]");
    }

    @Test
    void needsAFormOfOurOwn() {
        browser.post("/login", "forged", "key", server.key(Grant.ALL)).has(403);
    }

    @Test
    void showsWhatTheKeyPermits() {
        logIn(server.key(new Grant(Set.of(Scope.READ), Set.of())), "/").has(303);

        browser.get("/").has(200);
        assertThat(browser.get("/enqueue").has(403).text()).contains("The key lacks the scope enqueue");
    }

    @Test
    void leadsWhoMayOnlyEnqueueToTheOnePageForThat() {
        Answer answer = logIn(server.key(new Grant(Set.of(Scope.ENQUEUE), Set.of())), "/tasks");

        assertThat(answer.has(303).header("Location")).isEqualTo("/enqueue");
        assertThat(browser.submitAndFollow("/enqueue", "type", "email").text()).contains("Task 1 enqueued");
    }

    @Test
    void takesNoKeyThatOpensNoPage() {
        assertThat(logIn(server.key(new Grant(Set.of(Scope.ADMIN), Set.of(EMAIL))), "/")
                        .has(403)
                        .text())
                .contains("The key is limited to some types, and the pages concern all.");
        String worker = server.key(new Grant(Set.of(Scope.WORK, Scope.MANAGE), Set.of()));
        assertThat(logIn(worker, "/").has(403).text())
                .contains("The key has neither the scope read nor enqueue: no page opens to it.");
        assertThat(browser.get("/").status()).isEqualTo(303);

        String admin = server.key(Grant.ALL);
        assertThat(server.caller()
                        .get("/api/system/audit?action=login", "Authorization", "Bearer " + admin)
                        .has(200)
                        .json()
                        .get(0)
                        .toString())
                .contains(
                        "\"actor\":\"key " + worker.substring("prismq_".length(), "prismq_0123456789ab".length())
                                + "\"",
                        "\"outcome\":\"refused\"");
    }

    @Test
    void endsWithLogout() {
        logIn(server.key(Grant.ALL), "/").has(303);
        String token = token("/tasks");

        assertThat(browser.post("/logout", token).has(303).header("Set-Cookie"))
                .startsWith("prismq_session=; Max-Age=0");

        assertThat(browser.get("/").status()).isEqualTo(303);
    }

    @Test
    void endsWhereNobodyUsesItForHalfAnHour() {
        logIn(server.key(Grant.ALL), "/").has(303);
        server.clock.advance(Duration.ofMinutes(29));
        browser.get("/").has(200);
        server.clock.advance(Duration.ofMinutes(29));
        browser.get("/").has(200);

        server.clock.advance(Duration.ofMinutes(30));

        assertThat(browser.get("/").status()).isEqualTo(303);
    }

    @Test
    void endsAfterHalfADay() {
        logIn(server.key(Grant.ALL), "/").has(303);
        for (int n = 0; n < 24; n++) {
            browser.get("/").has(200);
            server.clock.advance(Duration.ofMinutes(29));
        }
        browser.get("/").has(200);

        server.clock.advance(Duration.ofMinutes(25));

        assertThat(browser.get("/").status()).isEqualTo(303);
    }

    @Test
    void takesThePlaceOfTheFormerOneOfTheBrowser() {
        logIn(server.key(Grant.ALL), "/").has(303);
        String former = browser.cookies();

        logIn("wrong", "/").has(401);
        assertThat(server.caller().get("/api/queue/stats", "Cookie", former).status())
                .isEqualTo(200);
        logIn(server.key(Grant.ALL), "/").has(303);

        assertThat(server.caller().get("/api/queue/stats", "Cookie", former).status())
                .isEqualTo(401);
        assertThat(browser.get("/api/queue/stats").status()).isEqualTo(200);
    }

    @Test
    void tellsNothingMoreAfterLogout() {
        logIn(server.key(Grant.ALL), "/").has(303);
        try (EventReader reader = listen()) {
            server.taskOf(EMAIL);
            assertThat(reader.next().event()).isEqualTo("enqueued");

            browser.post("/logout", token("/tasks")).has(303);
            server.taskOf(EMAIL);

            assertThat(reader.hasEnded()).isTrue();
        }
    }

    @Test
    void tellsNothingMoreToWhoWaits() {
        String key = server.key(Grant.ALL);
        String task = "/api/queue/tasks/" + server.taskOf(EMAIL);
        logIn(key, "/").has(303);
        String token = token("/tasks");
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> browser.get(task + "?wait_seconds=60"));

        browser.post("/logout", token).has(303);
        server.caller()
                .post(task + "/cancel", "", "Authorization", "Bearer " + key)
                .has(200);

        assertThat(waiting.join().status()).isEqualTo(401);
    }

    @Test
    void isNotUsedByListening() {
        logIn(server.key(Grant.ALL), "/").has(303);
        try (EventReader reader = listen()) {
            server.clock.advance(Duration.ofMinutes(29));
            server.taskOf(EMAIL);
            assertThat(reader.next().event()).isEqualTo("enqueued");

            server.clock.advance(Duration.ofMinutes(1));
            server.taskOf(EMAIL);

            assertThat(reader.hasEnded()).isTrue();
        }
    }

    @Test
    void endsWithItsKey() {
        ApiKeys.Created made = server.keys
                .create("operator", Grant.ALL, Optional.empty(), BY)
                .toCompletableFuture()
                .join();
        server.clock.advance(Duration.ofSeconds(1));
        logIn(made.token().reveal(), "/").has(303);

        server.keys.revoke(made.key().id(), BY).toCompletableFuture().join();
        server.clock.advance(Duration.ofSeconds(1));

        assertThat(browser.get("/").status()).isEqualTo(303);
    }

    @Test
    void letsNoOtherServersPageActInIt() {
        logIn(server.key(Grant.ALL), "/").has(303);

        Answer answer =
                browser.send(browser.request("/api/queue/types/email/pause", "Origin", "https://evil.example"), "");

        assertThat(answer.has(403).text()).contains("The page of another server may not act here");
    }

    private EventReader listen() {
        return EventReader.open(server.caller(), "", "Cookie", browser.cookies());
    }

    private Answer logIn(String key, String to) {
        return browser.post("/login", token("/login"), "key", key, "to", to);
    }

    private String token(String page) {
        return Browser.token(browser.get(page));
    }
}
