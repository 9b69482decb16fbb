package io.prismq.queue.bootstrap.connection;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it comes from a server and goes there: with every digit, and as deep as the API allows. */
public final class Json {
    /** A payload of 500 levels stands in a task, and that in an array. */
    private static final int NESTING = 1000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * The value that the text is.
     *
     * @throws JacksonException if it is not exactly one
     */
    public static JsonNode value(String text) {
        return MAPPER.readTree(text);
    }

    /** The same, missing where the text is not JSON. */
    public static JsonNode valueOrMissing(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException notJson) {
            return MAPPER.missingNode();
        }
    }

    /** On one line. */
    public static String text(JsonNode value) {
        return MAPPER.writeValueAsString(value);
    }
}
