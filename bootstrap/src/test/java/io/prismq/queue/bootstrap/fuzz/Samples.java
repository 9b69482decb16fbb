package io.prismq.queue.bootstrap.fuzz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that the document allows, its limits more often than what lies between them. */
final class Samples {
    private static final JsonNodeFactory JSON = JsonMapper.builder().build().getNodeFactory();
    private static final long UNLIMITED = 1_000;

    private final JsonNode document;
    private final Memory memory;
    private final Random random;
    private Memory.Lease lease;

    Samples(JsonNode document, Memory memory, Random random) {
        this.document = document;
        this.memory = memory;
        this.random = random;
        this.lease = memory.lease(random);
    }

    /** From now on another task is spoken of. */
    void turn() {
        lease = memory.lease(random);
    }

    JsonNode of(String name, JsonNode declared) {
        JsonNode schema = Endpoint.resolved(document, declared);
        if (schema.has("anyOf")) {
            return of(name, any(schema.get("anyOf")));
        }
        if (schema.has("enum")) {
            return any(schema.get("enum"));
        }
        JsonNode types = schema.path("type");
        String type = types.isArray() ? any(types).asString() : types.asString("anything");
        return switch (type) {
            case "null" -> JSON.nullNode();
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(integer(name, schema));
            case "string" -> JSON.stringNode(text(name, schema));
            case "array" -> array(name, schema);
            case "object" -> object(schema);
            default -> JSON.objectNode().put("n", random.nextInt());
        };
    }

    private long integer(String name, JsonNode schema) {
        if (name.equals("task_id")) {
            return lease.task();
        }
        if (name.equals("wait_seconds")) {
            return random.nextInt(100) == 0 ? 1 : 0;
        }
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(UNLIMITED);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextInt((int) Math.min(UNLIMITED, most - least) + 1);
        };
    }

    private String text(String name, JsonNode schema) {
        if (schema.path("format").asString("").equals("date-time")) {
            return Instant.now().plusSeconds(random.nextInt(4) - 2).toString();
        }
        return switch (name) {
            case "lease_token" -> lease.token();
            case "cursor" -> memory.cursor(random);
            case "name" -> memory.backup(random);
            case "type", "types" -> "type-" + random.nextInt(4);
            case "traceparent" -> "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
            default -> name + "-" + random.nextInt(50);
        };
    }

    private ArrayNode array(String name, JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        for (int size = 1 + random.nextInt(3); size > 0; size--) {
            array.add(of(name, schema.path("items")));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        if (schema.has("properties")) {
            List<String> required = new ArrayList<>();
            schema.path("required").forEach(name -> required.add(name.asString()));
            schema.get("properties").properties().forEach(property -> {
                if (required.contains(property.getKey()) || random.nextInt(3) == 0) {
                    object.set(property.getKey(), of(property.getKey(), property.getValue()));
                }
            });
        } else if (random.nextBoolean()) {
            object.put("region", random.nextBoolean() ? "eu" : "us");
        }
        return object;
    }

    private JsonNode any(JsonNode several) {
        return several.get(random.nextInt(several.size()));
    }
}
