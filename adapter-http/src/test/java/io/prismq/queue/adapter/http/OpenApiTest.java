package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document and the server say the same: what only one of them has fails here. */
@SuppressWarnings("NullAway.Init")
class OpenApiTest {
    private static TestServer server;
    private static ApiDescription api;
    private static Comparison comparison;

    @BeforeAll
    static void read() {
        server = TestServer.start();
        api = ApiDescription.of(server.caller());
        comparison = Comparison.with(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"routes", "statuses", "queries", "records"})
    void isTrueOfTheServer(String check) {
        comparison.check(check, api);
    }

    /** Where there is nothing to write, something is left out. */
    @ParameterizedTest(name = "{0}, told by the {1}")
    @CsvSource(delimiter = '|', textBlock = """
            a path that nobody serves     | routes   | /paths                                           | /api/made/up     | {"get": {}}
            a path that is left out       | routes   | /paths                                           | /api/queue/stats |
            a method that nobody serves   | routes   | /paths/~1api~1queue~1stats                       | put              | {}
            a method that is left out     | routes   | /paths/~1api~1queue~1tasks~1{task_id}            | delete           |
            a status that never comes     | statuses | /paths/~1api~1queue~1stats/get/responses         | 418              | {}
            a status that is left out     | statuses | /paths/~1api~1queue~1poll~1{task_id}/get/responses | 304            |
            a conflict that is left out   | statuses | /paths/~1api~1queue~1enqueue/post/responses      | 409              |
            a refusal that is left out    | statuses | /paths/~1api~1queue~1enqueue/post/responses      | 413              |
            a parameter that is left out  | queries  | /paths/~1api~1queue~1tasks/get                   | parameters       | []
            a field that is made up       | records  | /components/schemas/TaskBody/properties          | colour           | {"type": "string"}
            a field that is left out      | records  | /components/schemas/TaskBody/properties          | locked_by        |
            another type                  | records  | /components/schemas/TaskBody/properties/priority | type             | "string"
            a null that never comes       | records  | /components/schemas/TaskBody/properties/priority | type             | ["integer", "null"]
            another type of elements      | records  | /components/schemas/WorkerBody/properties/types  | items            | {"type": "integer"}
            a field that need not be sent | records  | /components/schemas/EnqueueRequest               | required         | ["type", "priority"]
            a field that has to be sent   | records  | /components/schemas/EnqueueRequest               | required         | []
            a field that always comes     | records  | /components/schemas/StatsBody                    | required         | ["total_tasks"]
            another bound                 | records  | /components/schemas/ProgressRequest/properties/percent | maximum    | 101
            """)
    void isFalseWith(String lie, String check, String place, String name, @Nullable String written) {
        ObjectNode changed = (ObjectNode) api.document().deepCopy();
        ObjectNode at = (ObjectNode) changed.requiredAt(place);
        if (written == null) {
            assertThat(at.remove(name)).isNotNull();
        } else {
            at.set(name, JsonMapper.shared().readTree(written));
        }

        assertThatThrownBy(() -> comparison.check(check, new ApiDescription(changed)))
                .as(lie)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void mayHaveAStreamWhoseAnswerHasNoEnd() {
        ObjectNode changed = (ObjectNode) api.document().deepCopy();
        ((ObjectNode) changed.required("paths"))
                .set(
                        "/api/stream",
                        JsonMapper.shared()
                                .readTree(
                                        "{\"get\": {\"responses\": {\"200\": {\"content\": {\"text/event-stream\": {}}}}}}"));

        comparison.check("statuses", new ApiDescription(changed));
        assertThatThrownBy(() -> comparison.check("routes", new ApiDescription(changed)))
                .hasMessageContaining("/api/stream");
    }

    @Test
    void hasNoReferenceThatLeadsNowhere() {
        assertThat(api.document().findValues("$ref"))
                .allSatisfy(reference -> assertThat(
                                api.document().at(reference.asString().substring(1)))
                        .as(reference.asString())
                        .isNotEmpty());
    }

    @Test
    void saysWhatEveryOperationIsFor() {
        Set<String> ids = new HashSet<>();
        assertThat(api.operations()).allSatisfy(operation -> {
            assertThat(ids.add(operation.id())).as(operation.id()).isTrue();
            assertThat(operation.json().required("summary").asString()).isNotBlank();
            assertThat(operation.json().path("description").asString(""))
                    .as(operation.id())
                    .isNotBlank();
            assertThat(operation.json().required("tags")).hasSize(1);
            assertThat(operation.json().required("responses").has("default")).isTrue();
        });
    }

    @Test
    void hasExamplesThatFitTheirSchemas() {
        api.contents().forEach(media -> {
            List<JsonNode> examples = api.examples(media.getValue());
            assertThat(examples).as(media.toString()).isNotEmpty();
            assertThat(examples)
                    .allSatisfy(example -> assertThat(
                                    api.flaws(example, media.getValue().required("schema")))
                            .as(example.toString())
                            .isEmpty());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            another type                   | /priority       | "5"
            a null that may not be         | /priority       | null
            a field that nobody described  | /colour         | "red"
            a field of a part              | /progress/eta   | 5
            a number out of its range      | /progress/percent | 101
            no time                        | /created_at_utc | "noon"
            """)
    void seesWhatDoesNotFit(String flaw, String field, String value) {
        JsonNode claims = api.operation("claim").media(200, "application/json");
        ObjectNode example = (ObjectNode) claims.required("example").deepCopy();
        ObjectNode task = (ObjectNode) example.required("tasks").get(0);
        task.set("progress", JsonMapper.shared().readTree("{\"percent\":40,\"message\":\"second pass\"}"));
        assertThat(api.flaws(example, claims.required("schema"))).isEmpty();

        int slash = field.lastIndexOf('/');
        ((ObjectNode) task.at(field.substring(0, slash)))
                .set(field.substring(slash + 1), JsonMapper.shared().readTree(value));

        assertThat(api.flaws(example, claims.required("schema"))).as(flaw).isNotEmpty();
    }
}
