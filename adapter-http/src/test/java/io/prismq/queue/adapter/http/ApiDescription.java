package io.prismq.queue.adapter.http;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.prismq.queue.adapter.http.exchange.Route;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI document, read by a test. */
record ApiDescription(JsonNode document) {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    /** What the server says of itself. */
    static ApiDescription of(Caller caller) {
        return new ApiDescription(caller.get("/openapi.json").has(200).json());
    }

    List<Operation> operations() {
        return document.required("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new Operation(
                                this, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .toList();
    }

    Operation operation(String id) {
        return operation(operation -> operation.id().equals(id), id);
    }

    Operation operation(Route route) {
        String name = route.method() + " " + route.path();
        return operation(operation -> operation.name().equals(name), name);
    }

    private Operation operation(Predicate<Operation> wanted, String name) {
        return operations().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the document does not know " + name));
    }

    /** What a reference leads to, or the node itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(document.requiredAt(node.required("$ref").asString().substring(1)))
                : node;
    }

    /** Every body that is described, by where it is. */
    Stream<Map.Entry<String, JsonNode>> contents() {
        return document.findValues("content").stream().flatMap(content -> content.properties().stream());
    }

    /** The examples of a body. */
    List<JsonNode> examples(JsonNode media) {
        return media.has("example")
                ? List.of(media.required("example"))
                : media.path("examples")
                        .valueStream()
                        .map(example -> resolved(example).required("value"))
                        .toList();
    }

    /** What keeps a value from the schema. A field that the schema does not name does, too. */
    List<Error> flaws(JsonNode value, JsonNode schema) {
        ObjectNode closed = (ObjectNode) schema.deepCopy();
        close(closed);
        JsonNode shared = document.required("components").required("schemas").deepCopy();
        shared.forEach(ApiDescription::closeBelow);
        closed.set("$defs", shared);
        return SCHEMAS.getSchema(closed).validate(value);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode open && (open.has("$ref") || open.has("properties"))) {
            open.put("unevaluatedProperties", false);
        }
        closeBelow(schema);
    }

    /** An object stays open itself: where it is a part of another, that one has more fields. */
    private static void closeBelow(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("$ref")) {
            object.put("$ref", object.required("$ref").asString().replace("/components/schemas/", "/$defs/"));
        }
        if (schema.isArray()) {
            schema.forEach(ApiDescription::close);
        }
        schema.properties().forEach(entry -> {
            if (entry.getKey().equals("allOf")) {
                entry.getValue().forEach(ApiDescription::closeBelow);
            } else {
                close(entry.getValue());
            }
        });
    }

    @Override
    public String toString() {
        return "the document";
    }
}
