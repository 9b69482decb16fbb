package io.prismq.queue.adapter.http;

import io.prismq.queue.adapter.http.limit.Limits;
import io.prismq.queue.adapter.http.limit.Rate;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which statuses a server was seen to answer, by method and path. It does not ask the document, but for examples. */
final class ServedStatuses {
    /** They answer 500 and 503 for no other reason than a defect or the end of the server itself. */
    private static final Set<String> WITHOUT_STORE =
            Set.of("live", "ready", "metrics", "openapi", "docs", "docsAsset", "startBackup", "backups", "backup");

    private final Map<String, Set<Integer>> seen = new TreeMap<>();

    /** Does to every operation what can go wrong with it. */
    static Map<String, Set<Integer>> ofEveryOperation() {
        ServedStatuses statuses = new ServedStatuses();
        Scenario.ALL.forEach(statuses::play);
        statuses.sendWhatIsWrong();
        statuses.sendTooMuch();
        statuses.sendTo(new StoreBusyException("busy"));
        statuses.sendTo(new IllegalStateException("a defect"));
        return statuses.seen;
    }

    private void play(Scenario scenario) {
        try (Stage stage = scenario.stage()) {
            Operation operation = stage.api.operation(scenario.operation());
            see(operation, stage.send(operation, scenario.headers()));
        }
    }

    private void sendWhatIsWrong() {
        try (TestServer server = TestServer.start()) {
            Caller caller = server.caller();
            ApiDescription api = ApiDescription.of(caller);
            server.routes().forEach(route -> sendWhatIsWrong(caller, api.operation(route), route.maxBody()));
            String poor = server.key(new Grant(Set.of(Scope.ENQUEUE), Set.of(new TaskType("nothing"))));
            api.operations().forEach(operation -> {
                sendKey(caller, operation, "nonsense");
                sendKey(caller, operation, poor);
            });
        }
    }

    private void sendWhatIsWrong(Caller caller, Operation operation, int maxBody) {
        String path = operation.examplePath();
        send(caller, operation, path + "?colour=red", operation.body());
        if (operation.path().contains("{")) {
            send(caller, operation, operation.path().replaceFirst("\\{.*?}", "404"), operation.body());
        }
        if (operation.method().equals("POST")) {
            send(caller, operation, path, "{");
            send(caller, operation, path, "x".repeat(maxBody + 1));
            see(operation, caller.post(path));
        }
    }

    private void sendKey(Caller caller, Operation operation, String key) {
        see(
                operation,
                caller.send(operation.request(
                        caller, operation.examplePath(), operation.body(), "Authorization", "Bearer " + key)));
    }

    private void sendTooMuch() {
        try (TestServer server = TestServer.startWith(Limits.DEFAULT.with(new Rate(1, Duration.ofDays(1))))) {
            Caller caller = server.caller();
            ApiDescription.of(caller)
                    .operations()
                    .forEach(operation -> send(caller, operation, operation.examplePath(), operation.body()));
        }
    }

    private void sendTo(RuntimeException failure) {
        try (TestServer server = TestServer.start(new FailingStore(failure), new SettableClock())) {
            Caller caller = server.caller();
            ApiDescription.of(caller).operations().forEach(operation -> sendTo(failure, caller, operation));
        }
    }

    private void sendTo(RuntimeException failure, Caller caller, Operation operation) {
        if (WITHOUT_STORE.contains(operation.id())) {
            seen(operation).add(failure instanceof StoreBusyException ? 503 : 500);
        } else {
            send(caller, operation, operation.examplePath(), operation.body());
        }
    }

    private void send(Caller caller, Operation operation, String path, String body) {
        see(operation, caller.send(operation.request(caller, path, body)));
    }

    private void see(Operation operation, Answer answer) {
        seen(operation).add(answer.status());
    }

    private Set<Integer> seen(Operation operation) {
        return seen.computeIfAbsent(operation.name(), name -> new TreeSet<>());
    }
}
