package io.prismq.queue.adapter.http;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds values against the schemas of an OpenAPI document, as far as types, words and the names of fields go. */
record Conformity(JsonNode document) {
    boolean fits(JsonNode value, JsonNode schema) {
        JsonNode resolved = resolved(schema);
        if (resolved.has("anyOf")) {
            return resolved.required("anyOf").valueStream().anyMatch(choice -> fits(value, choice));
        }
        Set<String> types = types(resolved);
        if (!types.isEmpty() && !types.contains(type(value))) {
            return false;
        }
        if (resolved.has("enum")
                && !resolved.required("enum").valueStream().toList().contains(value)) {
            return false;
        }
        return value.isArray()
                ? value.valueStream().allMatch(element -> fits(element, resolved.path("items")))
                : !value.isObject() || hasTheFieldsOf(resolved, value);
    }

    private boolean hasTheFieldsOf(JsonNode schema, JsonNode value) {
        Map<String, JsonNode> fields = new HashMap<>();
        Set<String> required = new HashSet<>();
        collect(schema, fields, required);
        if (fields.isEmpty()) {
            return true;
        }
        return value.propertyNames().containsAll(required)
                && value.properties().stream()
                        .allMatch(field -> Optional.ofNullable(fields.get(field.getKey()))
                                .filter(known -> fits(field.getValue(), known))
                                .isPresent());
    }

    private void collect(JsonNode schema, Map<String, JsonNode> fields, Set<String> required) {
        schema.path("allOf").forEach(part -> collect(resolved(part), fields, required));
        schema.path("properties").properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        schema.path("required").forEach(name -> required.add(name.asString()));
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? document.at(schema.required("$ref").asString().substring(1))
                : schema;
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return (type.isArray() ? type.valueStream() : Stream.of(type).filter(JsonNode::isString))
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private static String type(JsonNode value) {
        if (value.isInt() || value.isLong()) {
            return "integer";
        }
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
