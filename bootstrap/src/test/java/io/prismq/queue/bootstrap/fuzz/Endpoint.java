package io.prismq.queue.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the document.
 *
 * @param parameters each with its name, where it is, and its schema
 * @param body the media type's part of the document: schema and example; missing where there is no body
 */
record Endpoint(String method, String path, List<JsonNode> parameters, JsonNode body) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    static List<Endpoint> allOf(JsonNode document) {
        List<Endpoint> all = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                all.add(of(document, operation.getKey(), path.getKey(), operation.getValue()))));
        return List.copyOf(all);
    }

    private static Endpoint of(JsonNode document, String method, String path, JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(resolved(document, parameter)));
        return new Endpoint(
                method.toUpperCase(Locale.ROOT),
                path,
                List.copyOf(parameters),
                operation.path("requestBody").path("content").path("application/json"));
    }

    static JsonNode resolved(JsonNode document, JsonNode part) {
        return part.has("$ref") ? document.at(part.get("$ref").asString().substring(1)) : part;
    }
}
