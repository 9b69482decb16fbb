package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
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
import tools.jackson.databind.JsonNode;

/** The document and the server say the same: a route, a field or a problem that only one of them has fails here. */
@SuppressWarnings("NullAway.Init")
class OpenApiTest extends ServerTest {
    private static final Set<String> CONFLICTS =
            Set.of("enqueue", "enqueueBatch", "deleteTask", "retryTask", "complete");

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
    void showsRequestsThatTheServerTakes() {
        caller.post("/api/queue/enqueue", example("POST /api/queue/enqueue")).has(201);
        caller.post("/api/queue/enqueue/batch", example("POST /api/queue/enqueue/batch"))
                .has(201);
        Answer claims = caller.post("/api/queue/claims", example("POST /api/queue/claims"))
                .has(200);
        JsonNode claimed = claims.json().required("tasks").get(0);
        String completion = example("POST /api/queue/tasks/{task_id}/complete")
                .replaceFirst("[0-9a-f]{32}", claimed.required("lease_token").asString());
        caller.post("/api/queue/tasks/" + claimed.required("task_id") + "/complete", completion)
                .has(200);
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
                        .filter(slug -> !slug.equals("method-not-allowed"))
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

    private String example(String operation) {
        return Objects.requireNonNull(operations().get(operation), operation)
                .at("/requestBody/content/application~1json/example")
                .toString();
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
