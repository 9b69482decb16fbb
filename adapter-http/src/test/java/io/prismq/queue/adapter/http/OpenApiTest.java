package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Route;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The document and the server say the same: a route, a field or a problem that only one of them has fails here. */
@SuppressWarnings("NullAway.Init")
class OpenApiTest extends ServerTest {
    private static final Set<String> CONFLICTS = Set.of(
            "startBackup",
            "enqueue",
            "enqueueBatch",
            "deleteTask",
            "retryTask",
            "heartbeat",
            "complete",
            "fail",
            "release");

    private JsonNode document;

    @BeforeEach
    void read() {
        document = caller.get("/openapi.json").has(200).json();
    }

    @Test
    void hasThePathsAndMethodsOfTheServer() {
        Set<String> served = server.http.javalin().unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> !endpoint.method.equals(HandlerType.HEAD))
                .map(endpoint -> endpoint.method + " " + endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(operations().keySet()).isEqualTo(served);
    }

    @Test
    void namesTheProblemsOfEveryOperation() {
        operations().forEach((name, operation) -> {
            JsonNode answers = operation.required("responses");
            boolean hasBody = operation.has("requestBody");
            assertThat(answers.propertyNames()).as(name).contains("422", "500", "503");
            assertThat(answers.has("404")).as(name).isEqualTo(name.contains("{"));
            assertThat(answers.has("409"))
                    .as(name)
                    .isEqualTo(
                            CONFLICTS.contains(operation.required("operationId").asString()));
            for (String ofBodies : new String[] {"400", "413", "415"}) {
                assertThat(answers.has(ofBodies)).as(name).isEqualTo(hasBody);
            }
        });
    }

    @Test
    void showsAnExampleOfEveryBody() {
        for (JsonNode content : document.findValues("content")) {
            for (JsonNode media : content) {
                assertThat(media.has("example") || media.has("examples"))
                        .as(content.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void hasNoReferenceThatLeadsNowhere() {
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse();
        }
    }

    @Test
    void showsExamplesThatFitTheirSchemas() {
        Conformity conformity = new Conformity(document);
        for (JsonNode content : document.findValues("content")) {
            for (JsonNode media : content) {
                media.path("examples")
                        .forEach(example -> assertThat(
                                        conformity.fits(example.required("value"), media.required("schema")))
                                .as(example.toString())
                                .isTrue());
                assertThat(!media.has("example")
                                || conformity.fits(media.required("example"), media.required("schema")))
                        .as(media.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void namesTheQueryParametersOfEveryOperation() {
        for (Route route : server.routes()) {
            JsonNode operation = operation(route.method() + " " + route.path());
            assertThat(operation
                            .path("parameters")
                            .valueStream()
                            .filter(parameter ->
                                    parameter.path("in").asString("").equals("query"))
                            .map(parameter -> parameter.required("name").asString()))
                    .as(route.path())
                    .containsExactlyInAnyOrderElementsOf(route.queryNames());
        }
    }

    @Test
    void showsEnqueuesThatTheServerTakes() {
        takes("POST /api/queue/enqueue", 201, "");
        takes("POST /api/queue/enqueue/batch", 201, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/queue/tasks/{task_id}/heartbeat",
                "POST /api/queue/tasks/{task_id}/complete",
                "POST /api/queue/tasks/{task_id}/fail",
                "POST /api/queue/tasks/{task_id}/release",
                "POST /api/queue/settlements"
            })
    void showsWhatWorkersMaySay(String operation) {
        caller.enqueued("{\"type\":\"video.encode\"}");
        Answer claims = takes("POST /api/queue/claims", 200, "");
        takes(operation, 200, Worker.only(claims).word("lease_token"));
        answers("GET /api/queue/tasks/{task_id}");
        answers("GET /api/queue/tasks");
        answers("GET /api/queue/tasks/{task_id}/attempts");
        answers("GET /api/queue/tasks/{task_id}/logs");
        answers("GET /api/queue/workers");
    }

    /** The server takes the example of a request, and answers as it is described. */
    private Answer takes(String operation, int status, String leaseToken) {
        String example = operation(operation)
                .at("/requestBody/content/application~1json/example")
                .toString()
                .replaceFirst("[0-9a-f]{32}", leaseToken)
                .replace("\"task_id\":7", "\"task_id\":1");
        return described(operation, caller.post(path(operation), example).has(status));
    }

    private void answers(String operation) {
        described(operation, caller.get(path(operation)).has(200));
    }

    private Answer described(String operation, Answer answer) {
        JsonNode schema =
                operation(operation).at("/responses/" + answer.status() + "/content/application~1json/schema");
        assertThat(new Conformity(document).fits(answer.json(), schema))
                .as(answer.text())
                .isTrue();
        return answer;
    }

    private static String path(String operation) {
        return operation.replaceFirst(".* ", "").replace("{task_id}", "1");
    }

    private JsonNode operation(String name) {
        return Objects.requireNonNull(operations().get(name), name);
    }

    @Test
    void hasTheProblemsAsTheServerWritesThem() {
        for (JsonNode examples : document.required("components").findValues("examples")) {
            examples.properties()
                    .forEach(example -> assertThat(SchemaOf.problemTypes().get(example.getKey()))
                            .as(example.getKey())
                            .isEqualTo(example.getValue()
                                            .required("value")
                                            .required("title")
                                            .asString()
                                    + " "
                                    + example.getValue()
                                            .required("value")
                                            .required("status")
                                            .asInt()));
        }
        assertThat(document.findValues("type").stream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString))
                .containsAll(SchemaOf.problemTypes().keySet().stream()
                        .filter(slug -> !Set.of("method-not-allowed", "headers-too-large")
                                .contains(slug))
                        .map(slug -> "urn:prismq:problem:" + slug)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> describesEveryRecordThatTheServerReadsOrWrites() {
        JsonNode schemas = document.required("components").required("schemas");
        Map<String, SchemaOf> records = SchemaOf.everyRecord();
        assertThat(Set.copyOf(schemas.propertyNames())).isEqualTo(records.keySet());
        return records.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> entry.getValue().assertDescribedBy(schemas.required(entry.getKey()))));
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.required("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.put(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
        return operations;
    }
}
