package io.prismq.queue.adapter.http;

import static io.prismq.queue.domain.testing.Tasks.BY;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.access.Anonymity;
import io.prismq.queue.adapter.http.oidc.Issuer;
import io.prismq.queue.application.access.ApiKeys;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what is as the document says, operation by operation, on a server that asks everybody for a key. */
@SuppressWarnings("NullAway.Init")
class AccessTest {
    private static final int NO_KEY = 401;
    private static final int NOT_ENOUGH = 403;
    private static final TaskType EMAIL = new TaskType("email");

    private static TestServer server;
    private static Caller caller;
    private static ApiDescription api;

    @BeforeAll
    static void start() {
        server = TestServer.startFor(Anonymity.refused());
        caller = server.caller();
        api = ApiDescription.of(caller);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Operation> operations() {
        return api.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void takesNoneButKeysThatAreWorthSomething(Operation operation) {
        Grant all = new Grant(Set.of(Scope.ADMIN), Set.of());
        ApiKeys.Created expired = server.keys
                .create("expired", all, Optional.of(Duration.ofHours(1)), BY)
                .toCompletableFuture()
                .join();
        ApiKeys.Created revoked = server.keys
                .create("revoked", all, Optional.empty(), BY)
                .toCompletableFuture()
                .join();
        server.keys.revoke(revoked.key().id(), BY).toCompletableFuture().join();
        server.clock.advance(Duration.ofHours(1));

        Stream.of(
                        new String[0],
                        bearer("nonsense"),
                        bearer("prismq_0123456789ab_" + "0a".repeat(32)),
                        bearer(expired.token().reveal()),
                        bearer(revoked.token().reveal()),
                        new String[] {
                            "Authorization", "Basic " + expired.token().reveal()
                        })
                .forEach(headers -> {
                    Answer answer = send(operation, headers);
                    assertThat(answer.status() == NO_KEY).as(answer.toString()).isEqualTo(isGuarded(operation));
                });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void takesTheScopesThatTheDocumentNames(Operation operation) {
        for (Scope scope : Scope.values()) {
            Answer answer = send(operation, bearer(server.key(new Grant(Set.of(scope), Set.of()))));

            boolean mayCome = !isGuarded(operation)
                    || scope == Scope.ADMIN
                    || scopes(operation).contains(scope);
            assertThat(answer.status() != NOT_ENOUGH).as(scope + ": " + answer).isEqualTo(mayCome);
            assertThat(answer.status()).isNotEqualTo(NO_KEY);
        }
    }

    /** Each of them once: a new operation has to be put somewhere. */
    @Test
    void isDecidedForKeysThatAreLimitedToTypes() {
        String key = server.key(new Grant(Set.of(Scope.ADMIN), Set.of(EMAIL)));
        long own = server.taskOf(EMAIL);
        long foreign = server.taskOf(new TaskType("resize"));

        for (Operation operation : api.operations()) {
            String path = operation.path();
            if (!isGuarded(operation)) {
                assertThat(send(operation, bearer(key)).status()).isNotIn(NO_KEY, NOT_ENOUGH);
            } else if (path.contains("/queue/") && path.contains("{task_id}")) {
                assertThat(to(operation, path.replace("{task_id}", "" + foreign), key)
                                .status())
                        .as(path)
                        .isEqualTo(404);
                assertThat(to(operation, path.replace("{task_id}", "" + own), key)
                                .status())
                        .as(path)
                        .isNotIn(404, NOT_ENOUGH);
            } else if (path.contains("/types/{type}")) {
                assertThat(to(operation, path.replace("{type}", "resize"), key).status())
                        .isEqualTo(NOT_ENOUGH);
                assertThat(to(operation, path.replace("{type}", "email"), key).status())
                        .isEqualTo(200);
            } else if (Set.of("/api/queue/tasks", "/api/queue/events").contains(path)) {
                assertThat(to(operation, path, key).status()).isEqualTo(NOT_ENOUGH);
                assertThat(to(operation, path + "?type=resize", key).status()).isEqualTo(NOT_ENOUGH);
            } else if (Set.of("/api/queue/types", "/api/queue/settlements").contains(path)) {
                assertThat(send(operation, bearer(key)).status()).isEqualTo(200);
            } else {
                assertThat(send(operation, bearer(key)).status()).as(path).isEqualTo(NOT_ENOUGH);
            }
        }
    }

    @Test
    void letsALimitedKeyUseItsTypes() {
        String[] key = bearer(server.key(new Grant(Set.of(Scope.ADMIN), Set.of(EMAIL))));

        assertThat(caller.get("/api/queue/tasks?type=email", key).status()).isEqualTo(200);
        assertThat(caller.enqueue("{\"type\":\"email\"}", key).status()).isEqualTo(201);
        assertThat(caller.post("/api/queue/enqueue/batch", "{\"tasks\":[{\"type\":\"email\"},{\"type\":\"b\"}]}", key)
                        .has(NOT_ENOUGH)
                        .json()
                        .required("detail")
                        .asString())
                .isEqualTo("The key is not for tasks of type b");
        assertThat(caller.post("/api/queue/claims", "{\"worker_id\":\"w\",\"types\":[\"email\"]}", key)
                        .status())
                .isEqualTo(200);
        assertThat(caller.post("/api/queue/claims", "{\"worker_id\":\"w\",\"types\":[\"email\",\"b\"]}", key)
                        .status())
                .isEqualTo(NOT_ENOUGH);
        assertThat(caller.get("/api/queue/types", key).json())
                .allSatisfy(type -> assertThat(type.required("type").asString()).isEqualTo("email"));
    }

    @Test
    void takesTheTokensOfAnIssuerForKeys() {
        try (Issuer issuer = Issuer.start();
                TestServer trusting = TestServer.startFor(issuer.settings())) {
            String[] token =
                    bearer(issuer.sign(Issuer.claims(trusting.clock.now()).build()));

            assertThat(trusting.caller().get("/api/queue/stats", token).status())
                    .isEqualTo(200);
            assertThat(trusting.caller()
                            .post("/api/queue/types/a/pause", "", token)
                            .status())
                    .isEqualTo(NOT_ENOUGH);
            assertThat(trusting.caller()
                            .get("/api/queue/stats", bearer(trusting.key(Grant.ALL)))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void takesManageForTasksOfMaintenance() {
        String body = "{\"type\":\"cleanup_runs\"}";
        String poor = server.key(new Grant(Set.of(Scope.ENQUEUE), Set.of()));
        String rich = server.key(new Grant(Set.of(Scope.ENQUEUE, Scope.MANAGE), Set.of()));

        assertThat(caller.enqueue(body, bearer(poor)).status()).isEqualTo(NOT_ENOUGH);
        assertThat(caller.enqueue(body, bearer(rich)).status()).isEqualTo(201);
    }

    @Test
    void saysHowAKeyIsPresented() {
        Answer answer = caller.get("/api/queue/stats").has(NO_KEY);

        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"prismq\"");
        assertThat(answer.json().required("detail").asString())
                .isEqualTo("Present a key: Authorization: Bearer prismq_...");
    }

    @Test
    void forgetsARevokedKeyWithinASecond() {
        ApiKeys.Created made = server.keys
                .create("ci", Grant.ALL, Optional.empty(), BY)
                .toCompletableFuture()
                .join();
        String[] key = bearer(made.token().reveal());
        assertThat(caller.get("/api/queue/stats", key).status()).isEqualTo(200);

        server.keys.revoke(made.key().id(), BY).toCompletableFuture().join();
        server.clock.advance(Duration.ofSeconds(1));

        assertThat(caller.get("/api/queue/stats", key).has(NO_KEY).text()).contains("The key was revoked");
    }

    @Test
    void tellsTheOwnerOfARevokedKeyNothingMore() {
        ApiKeys.Created made = server.keys
                .create("listener", new Grant(Set.of(Scope.READ), Set.of()), Optional.empty(), BY)
                .toCompletableFuture()
                .join();
        server.clock.advance(Duration.ofSeconds(1));
        try (EventReader reader =
                EventReader.open(caller, "", bearer(made.token().reveal()))) {
            server.taskOf(EMAIL);
            assertThat(reader.next().event()).isEqualTo("enqueued");

            server.keys.revoke(made.key().id(), BY).toCompletableFuture().join();
            server.clock.advance(Duration.ofSeconds(1));
            server.taskOf(EMAIL);

            assertThat(reader.hasEnded()).isTrue();
        }
    }

    @Test
    void takesAKeyForAWebSocketToo() {
        String upgrade = """
                GET /api/queue/ws HTTP/1.1
                Host: localhost
                Connection: close, Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                """;

        assertThat(caller.raw(upgrade.replace("\n", "\r\n"), StandardCharsets.US_ASCII)
                        .status())
                .isEqualTo(NO_KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,200",
        "LOCALHOST:8000,200",
        "127.0.0.1:9,200",
        "[::1]:8000,200",
        "queue.internal,200",
        "evil.example,403",
        "evil.example:8000,403",
        "localhost.evil.example,403",
        "127.0.0.2,403"
    })
    void answersOnItsOwnMachineToItsNamesAlone(String host, int status) {
        try (TestServer local = TestServer.startFor(Anonymity.local(Set.of("queue.internal")))) {
            assertThat(stats(local, host).status()).isEqualTo(status);
        }
    }

    @Test
    void answersToEveryNameWhereItIsToldTo() {
        try (TestServer open = TestServer.startFor(Anonymity.everywhere())) {
            assertThat(stats(open, "queue.example.org").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/api/queue/types/email/pause",
        "POST,/api/queue/tasks/1/cancel",
        "POST,/api/system/backups",
        "DELETE,/api/queue/tasks/1"
    })
    void letsNoForeignPageAct(String method, String path) {
        try (TestServer local = TestServer.start()) {
            String request = """
                    %s %s HTTP/1.1
                    Host: localhost
                    Origin: https://evil.example
                    Content-Length: 0
                    Connection: close

                    """.formatted(method, path);

            Answer answer = local.caller().raw(request.replace("\n", "\r\n"), StandardCharsets.US_ASCII);

            assertThat(answer.status()).isEqualTo(NOT_ENOUGH);
            assertThat(answer.text()).contains("The page of another server may not act here");
        }
    }

    private static Answer stats(TestServer of, String host) {
        return of.caller()
                .raw(
                        "GET /api/queue/stats HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host),
                        StandardCharsets.US_ASCII);
    }

    private static Set<Scope> scopes(Operation operation) {
        return Set.copyOf(operation
                .json()
                .at("/security/1/key")
                .valueStream()
                .map(word -> Scope.of(word.asString()).orElseThrow())
                .toList());
    }

    private static boolean isGuarded(Operation operation) {
        return operation.json().has("security");
    }

    private static Answer send(Operation operation, String... headers) {
        if (operation.isStream() && headers.length > 0) {
            return caller.streamStatus(operation.examplePath(), headers);
        }
        return caller.send(operation.request(caller, operation.examplePath(), operation.body(), headers));
    }

    private static Answer to(Operation operation, String path, String key) {
        return caller.send(operation.request(caller, path, operation.body(), bearer(key)));
    }

    private static String[] bearer(String key) {
        return Arrays.asList("Authorization", "Bearer " + key).toArray(String[]::new);
    }
}
