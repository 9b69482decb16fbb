package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Sends every example of the document to a server, which answers as the document says: in JSON with the very example. */
class ApiReplayTest {
    /** Whose example shows the beginning only. */
    private static final Set<String> ABRIDGED = Set.of("openapi");

    static List<Scenario> scenarios() {
        return Scenario.ALL;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void examplesAreAnsweredAsDescribed(Scenario scenario) {
        try (Stage stage = scenario.stage()) {
            Operation operation = stage.api.operation(scenario.operation());

            Answer answer = stage.send(operation, scenario.headers()).has(scenario.status());

            hasTheHeaders(answer, operation);
            if (answer.text().isEmpty()) {
                assertThat(operation.answer(scenario.status()).has("content")).isFalse();
            } else {
                hasTheBody(answer, operation);
            }
        }
    }

    @Test
    void examplesOfAStreamAreTold() {
        try (Stage stage = Stage.open()) {
            Operation events = stage.api.operation("events");
            try (EventReader reader = EventReader.open(stage.caller, "", "Last-Event-ID", "4711")) {
                List.of("enqueue", "claim", "a second passes", "heartbeat", "a second passes", "fail")
                        .forEach(stage::step);

                List<JsonNode> told = new ArrayList<>();
                List<JsonNode> examples = events.api().examples(events.media(200, "text/event-stream"));
                while (!told.containsAll(examples)) {
                    told.add(reader.next().data());
                }
            }
        }
    }

    @Test
    void everyAnswerButProblemsHasItsScenario() {
        try (Stage stage = Stage.open()) {
            Map<String, Set<Integer>> replayed = Scenario.ALL.stream()
                    .filter(scenario -> !isProblem(stage.api.operation(scenario.operation()), scenario.status()))
                    .collect(Collectors.groupingBy(
                            Scenario::operation, Collectors.mapping(Scenario::status, Collectors.toSet())));

            assertThat(stage.api.operations().stream().filter(operation -> !operation.isStream()))
                    .allSatisfy(operation -> assertThat(replayed.get(operation.id()))
                            .as(operation.name())
                            .isEqualTo(operation.statuses().stream()
                                    .filter(status -> !isProblem(operation, status))
                                    .collect(Collectors.toSet())));
        }
    }

    private static boolean isProblem(Operation operation, int status) {
        return operation.answer(status).path("content").has("application/problem+json");
    }

    private static void hasTheHeaders(Answer answer, Operation operation) {
        operation.answer(answer.status()).path("headers").properties().stream()
                .filter(header -> operation
                        .api()
                        .resolved(header.getValue())
                        .path("required")
                        .asBoolean(false))
                .forEach(header -> assertThat(answer.header(header.getKey()))
                        .as(header.getKey())
                        .isNotEmpty());
    }

    private static void hasTheBody(Answer answer, Operation operation) {
        String type = answer.header("Content-Type");
        JsonNode media = operation.media(answer.status(), type);
        assertThat(media.isMissingNode()).as(type).isFalse();
        if (type.contains("json")) {
            assertThat(operation.api().flaws(answer.json(), media.required("schema")))
                    .as(answer.text())
                    .isEmpty();
        }
        if (type.equals("application/json") && !ABRIDGED.contains(operation.id())) {
            assertThat(operation.api().examples(media)).containsExactly(answer.json());
        }
    }
}
