package io.prismq.queue.adapter.http.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One text for equal values: keys sorted by UTF-16 units at every level, no white space, one form of numbers and
 * strings.
 *
 * <p>Numbers are equal by value ({@code 1.0} is {@code 1}); one of more than {@value #NUMBER_LENGTH} characters, or with
 * an exponent beyond all use, keeps its text.
 */
public final class CanonicalJson {
    private static final int NUMBER_LENGTH = 1000;
    private static final int PLAIN_DIGITS = 20;
    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(StrictJson.CONSTRAINTS).build();

    private CanonicalJson() {}

    /** The canonical text of a value. */
    public static String of(RawJson value) {
        try (JsonParser parser = parser(value.text())) {
            return text(parser);
        }
    }

    /** The members of an object: each key with the canonical text of its value. */
    public static Map<String, String> members(RawJson object) {
        try (JsonParser parser = parser(object.text())) {
            return members(parser);
        }
    }

    /** The canonical texts of an array's elements; none where the value is no array. */
    public static List<String> elements(String canonicalValue) {
        if (!canonicalValue.startsWith("[")) {
            return List.of();
        }
        try (JsonParser parser = parser(canonicalValue)) {
            return elements(parser);
        }
    }

    /** A member of an object, of a canonical value. */
    public static String member(String key, String canonicalValue) {
        return quoted(key) + ":" + canonicalValue;
    }

    /** An object of canonical values. */
    public static String object(Map<String, String> members) {
        return new TreeMap<>(members)
                .entrySet().stream()
                        .map(member -> member(member.getKey(), member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    /** A string, with no character escaped that need not be. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(unit -> appendEscaped(quoted, (char) unit));
        return quoted.append('"').toString();
    }

    /** A parser that stands on the first token. */
    private static JsonParser parser(String json) {
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json);
        parser.nextToken();
        return parser;
    }

    private static String text(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(members(parser));
            case START_ARRAY -> "[" + String.join(",", elements(parser)) + "]";
            case VALUE_STRING -> quoted(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            default -> parser.getString();
        };
    }

    private static Map<String, String> members(JsonParser parser) {
        Map<String, String> members = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            members.put(key, text(parser));
        }
        return members;
    }

    private static List<String> elements(JsonParser parser) {
        List<String> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(text(parser));
        }
        return elements;
    }

    private static String number(String text) {
        if (text.length() > NUMBER_LENGTH) {
            return text;
        }
        try {
            BigDecimal value = new BigDecimal(text).stripTrailingZeros();
            boolean plain = value.scale() >= -PLAIN_DIGITS && value.scale() <= PLAIN_DIGITS;
            return plain ? value.toPlainString() : value.toString();
        } catch (NumberFormatException | ArithmeticException beyondAllUse) {
            return text;
        }
    }

    private static void appendEscaped(StringBuilder quoted, char unit) {
        if (unit == '"' || unit == '\\') {
            quoted.append('\\').append(unit);
        } else if (unit < ' ') {
            quoted.append("\\u%04x".formatted((int) unit));
        } else {
            quoted.append(unit);
        }
    }
}
