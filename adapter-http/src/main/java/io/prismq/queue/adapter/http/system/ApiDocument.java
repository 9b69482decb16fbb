package io.prismq.queue.adapter.http.system;

import io.prismq.queue.adapter.http.asset.Resource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The OpenAPI document: parts by topic, each with its paths and what these alone use, made into one when it is first
 * asked for. Safe for use by many threads.
 */
final class ApiDocument {
    /** In the order in which readers see their paths. */
    static final List<String> PARTS = List.of(
            "info",
            "client",
            "history",
            "events",
            "types",
            "worker",
            "maintenance",
            "backup",
            "audit",
            "system",
            "problems");

    /** What parts add to; everything else is in one part alone. */
    private static final Pattern SHARED = Pattern.compile("/paths|/components(/[A-Za-z]+)?");

    private byte @Nullable [] json;

    /** The whole as JSON in UTF-8. */
    synchronized byte[] json() {
        if (json == null) {
            json = JsonMapper.shared().writeValueAsBytes(merged(PARTS.stream().map(ApiDocument::part)));
        }
        return json;
    }

    /**
     * Makes parts in YAML into one.
     *
     * @throws IllegalStateException if two of them say something of the same
     */
    static ObjectNode merged(Stream<byte[]> parts) {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        ObjectNode whole = yaml.createObjectNode();
        parts.forEach(part -> add(yaml.readTree(part), whole, ""));
        return whole;
    }

    private static void add(JsonNode part, ObjectNode whole, String place) {
        part.properties().forEach(entry -> {
            String name = place + "/" + entry.getKey();
            JsonNode there = whole.get(entry.getKey());
            if (there == null) {
                whole.set(entry.getKey(), entry.getValue());
            } else if (SHARED.matcher(name).matches()) {
                add(entry.getValue(), (ObjectNode) there, name);
            } else {
                throw new IllegalStateException("two parts of the OpenAPI document have " + name);
            }
        });
    }

    private static byte[] part(String name) {
        return new Resource(ApiDocument.class, "openapi/" + name + ".yaml", "application/yaml").bytes();
    }
}
