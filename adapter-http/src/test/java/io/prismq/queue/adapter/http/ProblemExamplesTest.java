package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.limit.Limits;
import io.prismq.queue.adapter.http.limit.Rate;
import io.prismq.queue.adapter.http.oidc.Issuer;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.QueueFullException;
import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.application.events.EventFilter;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreOutcomeUnknownException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The server answers with each example of a problem, word for word. */
class ProblemExamplesTest {
    private static final String ENQUEUE = "/api/queue/enqueue";
    private static final String CLEANUP = "/api/system/maintenance/cleanup-runs";
    private static final String URN = "urn:prismq:problem:";

    /** What brings each of them about. */
    private static final Map<String, Supplier<Answer>> PROVOKED = Map.ofEntries(
            by("bad-request", caller -> caller.raw("NONSENSE")),
            by("malformed-json", caller -> caller.enqueue("{\"type\":")),
            by("unauthorized", caller -> caller.get("/api/queue/stats", "Authorization", "Bearer nonsense")),
            by("forbidden", ProblemExamplesTest::listenFromElsewhere),
            by("not-found", caller -> caller.get("/api/queue/tasks/7")),
            by("upgrade-required", caller -> caller.get("/api/queue/ws")),
            by("method-not-allowed", caller -> caller.get(ENQUEUE)),
            by("body-too-large", caller -> caller.enqueue("x".repeat((1 << 20) + 1))),
            by("unsupported-media-type", caller -> caller.post(ENQUEUE)),
            by("invalid-field", caller -> caller.enqueue("{\"type\":\"mail.send\",\"priority\":0}")),
            by("headers-too-large", caller -> caller.get("/docs", "X-Long", "y".repeat(16 << 10))),
            after("idempotency-key-reused", "enqueue", "another task of that key"),
            after("wrong-status", "deleteTask", "enqueue"),
            after("lease-lost", "complete", "enqueue"),
            after("backup-running", "startBackup", "startBackup"),
            after("draining", "enqueue", "the server drains"),
            onStoreWith("internal-error", new IllegalStateException("a defect")),
            onStoreWith("store-busy", new StoreBusyException("busy")),
            onStoreWith("store-full", new StoreFullException("full")),
            onStoreWith("store-read-only", new StoreReadOnlyException("read-only")),
            onStoreWith("outcome-unknown", new StoreOutcomeUnknownException("who knows")),
            onStoreWith("queue-full", new QueueFullException("The queue may hold 1 tasks")),
            Map.entry("too-many-requests", () -> listenTwice(Limits.DEFAULT.with(new Rate(1, Duration.ofDays(1))))),
            Map.entry("too-many-waits", () -> listenTwice(Limits.DEFAULT.withWaits(1))),
            Map.entry("too-many-bodies", ProblemExamplesTest::sendMoreThanThereIsRoomFor),
            Map.entry("too-many-listeners", ProblemExamplesTest::crowdEvents),
            Map.entry("issuer-unreachable", ProblemExamplesTest::askForAnIssuerThatIsAway),
            Map.entry("maintenance-failed", ProblemExamplesTest::failMaintenance),
            Map.entry("maintenance-busy", ProblemExamplesTest::crowdMaintenance));

    @TestFactory
    Stream<DynamicTest> areAnsweredWordForWord() {
        JsonNode examples = examples();
        return PROVOKED.entrySet().stream()
                .map(problem -> DynamicTest.dynamicTest(
                        problem.getKey(),
                        () -> assertThat(problem.getValue().get().json())
                                .isEqualTo(examples.required(problem.getKey()).required("value"))));
    }

    @Test
    void areThereForEveryTypeOfProblem() {
        Set<String> types = Arrays.stream(ProblemType.values())
                .map(type -> type.uri().substring(URN.length()))
                .collect(Collectors.toSet());

        assertThat(Set.copyOf(examples().propertyNames())).isEqualTo(types);
        assertThat(PROVOKED.keySet()).isEqualTo(types);
    }

    @Test
    void standInAnswersOfTheirStatus() {
        ApiDescription api = api();
        for (Operation operation : api.operations()) {
            for (int status : operation.statuses()) {
                assertThat(api.examples(operation.media(status, "application/problem+json")))
                        .as(operation.name())
                        .allSatisfy(example ->
                                assertThat(example.required("status").asInt()).isEqualTo(status));
            }
        }
    }

    private static Map.Entry<String, Supplier<Answer>> by(String slug, Function<Caller, Answer> request) {
        return Map.entry(slug, () -> {
            try (TestServer server = TestServer.start()) {
                return request.apply(server.caller());
            }
        });
    }

    private static Map.Entry<String, Supplier<Answer>> after(String slug, String operation, String step) {
        return Map.entry(slug, () -> {
            try (Stage stage = Stage.open()) {
                stage.step(step);
                return stage.send(stage.api.operation(operation));
            }
        });
    }

    private static Map.Entry<String, Supplier<Answer>> onStoreWith(String slug, RuntimeException failure) {
        return Map.entry(slug, () -> {
            try (TestServer server = TestServer.start(new FailingStore(failure), new SettableClock())) {
                return server.caller().enqueue("{\"type\":\"mail.send\"}");
            }
        });
    }

    /** As the browser of somebody who looks at another server's page. */
    private static Answer listenFromElsewhere(Caller caller) {
        String upgrade = """
                GET /api/queue/ws HTTP/1.1
                Host: localhost
                Origin: https://elsewhere.example
                Connection: close, Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                """;
        return caller.raw(upgrade.replace("\n", "\r\n"), StandardCharsets.US_ASCII);
    }

    private static Answer listenTwice(Limits limits) {
        try (TestServer server = TestServer.startWith(limits);
                RawConnection first = new RawConnection(server.http.port())) {
            first.send(RawConnection.get("/api/queue/events"));
            first.peek();
            return server.caller().get("/api/queue/events");
        }
    }

    private static Answer sendMoreThanThereIsRoomFor() {
        try (TestServer server = TestServer.startWith(Limits.DEFAULT.withBodyBytes(0))) {
            return server.caller().enqueue("{\"type\":\"mail.send\"}" + " ".repeat(16 << 10));
        }
    }

    private static Answer crowdEvents() {
        try (TestServer server = TestServer.start()) {
            for (int n = 0; n < EventFeed.MOST_FOLLOWERS; n++) {
                server.events.follow(OptionalLong.empty(), EventFilter.ALL);
            }
            return server.caller().get("/api/queue/events");
        }
    }

    private static Answer askForAnIssuerThatIsAway() {
        Issuer issuer = Issuer.start();
        try (TestServer server = TestServer.startFor(issuer.settings())) {
            String token = issuer.sign(Issuer.claims(server.clock.now()).build());
            issuer.close();
            return server.caller().get("/api/queue/stats", "Authorization", "Bearer " + token);
        }
    }

    private static Answer failMaintenance() {
        Scripted cleanup = new Scripted("cleanup_runs");
        cleanup.work = (payload, context) -> {
            throw new IllegalStateException("a defect");
        };
        try (TestServer server = atOnce(cleanup)) {
            return server.caller().post(CLEANUP);
        }
    }

    private static Answer crowdMaintenance() {
        Semaphore begun = new Semaphore(0);
        Semaphore go = new Semaphore(0);
        Scripted cleanup = new Scripted("cleanup_runs");
        cleanup.work = (payload, context) -> {
            begun.release();
            go.acquire();
            return new Result("{}");
        };
        try (TestServer server = atOnce(cleanup)) {
            Caller caller = server.caller();
            for (int n = 0; n < 4; n++) {
                caller.postLater(CLEANUP, "");
            }
            begun.acquireUninterruptibly(4);
            Answer refused = caller.post(CLEANUP);
            go.release(4);
            return refused;
        }
    }

    private static TestServer atOnce(Scripted cleanup) {
        return TestServer.start(new HttpMaintenance(
                false, List.of(cleanup), new TaskTypePolicies(Map.of(), TaskTypePolicy.DEFAULT), 0));
    }

    private static JsonNode examples() {
        return api().document().required("components").required("examples");
    }

    private static ApiDescription api() {
        try (TestServer server = TestServer.start()) {
            return ApiDescription.of(server.caller());
        }
    }
}
