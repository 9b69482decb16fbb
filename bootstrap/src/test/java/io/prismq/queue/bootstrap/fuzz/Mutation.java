package io.prismq.queue.bootstrap.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spoils a body: a value of it, or its bytes. */
final class Mutation {
    private static final JsonFactory DEEPER = JsonFactory.builder()
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final JsonMapper PLAIN = new JsonMapper(DEEPER);
    private static final JsonMapper ESCAPED =
            JsonMapper.builder(DEEPER).enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final int MEBIBYTE = 1 << 20;
    private static final int DEEP = 50_000;

    private final Random random;
    private final Hostile hostile;

    Mutation(Random random, Hostile hostile) {
        this.random = random;
        this.hostile = hostile;
    }

    /** Mostly a value alone: what is no JSON never gets far. */
    byte[] of(JsonNode body) {
        JsonNode spoilt = body;
        int chance = random.nextInt(10);
        for (int times = chance < 3 ? 0 : random.nextInt(3) + 1; times > 0; times--) {
            spoilt = spoil(spoilt);
        }
        byte[] bytes = (random.nextInt(3) == 0 ? PLAIN : ESCAPED)
                .writeValueAsString(spoilt)
                .getBytes(StandardCharsets.UTF_8);
        return random.nextInt(12) == 0 ? garble(bytes) : bytes;
    }

    private JsonNode spoil(JsonNode body) {
        List<JsonNode> containers = new ArrayList<>();
        collect(body, containers);
        if (containers.isEmpty() || random.nextInt(40) == 0) {
            return hostile.value();
        }
        JsonNode container = hostile.any(containers);
        if (container instanceof ObjectNode object) {
            spoil(object);
        } else if (container instanceof ArrayNode array) {
            spoil(array);
        }
        return body;
    }

    private void spoil(ObjectNode object) {
        List<String> names = new ArrayList<>(object.propertyNames());
        if (names.isEmpty() || random.nextInt(8) == 0) {
            object.set(hostile.text(), hostile.value());
        } else if (random.nextInt(8) == 0) {
            object.remove(hostile.any(names));
        } else {
            object.set(hostile.any(names), hostile.value());
        }
    }

    private void spoil(ArrayNode array) {
        switch (random.nextInt(4)) {
            case 0 -> array.removeAll();
            case 1 -> {
                JsonNode again = array.isEmpty() ? hostile.value() : array.get(0);
                for (int times = random.nextInt(1_100); times > 0; times--) {
                    array.add(again);
                }
            }
            default -> array.add(hostile.value());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(inner -> collect(inner, containers));
        }
    }

    private byte[] garble(byte[] body) {
        return switch (random.nextInt(12)) {
            case 0 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 1 -> join(body, bytes(hostile.text()));
            case 2 -> join(bytes("\ufeff"), body);
            case 3 -> new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            case 4 -> join(bytes("{\"type\":\"a\",\"type\":\"b\",\"a\":"), body, bytes("}"));
            case 5 -> bytes("[".repeat(random.nextInt(DEEP)));
            case 6 -> bytes("{\"payload\":".repeat(random.nextInt(DEEP)));
            case 7 -> bytes("/* */" + new String(body, StandardCharsets.UTF_8).replace('"', '\''));
            case 8 -> new byte[random.nextInt(100)];
            case 9 -> huge();
            default -> flipped(body);
        };
    }

    /** Seldom as large as the largest body that any operation takes, and more. */
    private byte[] huge() {
        int size = random.nextInt(8) == 0 ? 17 * MEBIBYTE : MEBIBYTE + random.nextInt(3) - 1;
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) (random.nextBoolean() ? ' ' : '7'));
        return body;
    }

    private byte[] flipped(byte[] body) {
        byte[] flipped = body.clone();
        for (int times = Math.min(3, flipped.length); times > 0; times--) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
