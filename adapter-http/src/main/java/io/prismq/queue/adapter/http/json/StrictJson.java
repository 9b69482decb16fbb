package io.prismq.queue.adapter.http.json;

import io.prismq.queue.adapter.http.problem.ProblemException;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads requests and writes answers. Immutable and safe for use by many threads. */
public final class StrictJson {
    /** Beyond every value that a field may hold, so that it is the field that complains, by its name. */
    private static final int NESTING = 2 * RawJson.MAX_DEPTH;

    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(NESTING)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build();

    private final JsonMapper mapper = JsonMapper.builder(factory())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .withCoercionConfigDefaults(coercion -> coercion.setAcceptBlankAsEmpty(false)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .addModule(module())
            .build();

    /**
     * Reads a body.
     *
     * @throws ProblemException if the text is not exactly one JSON value (400) or not one of the type (422)
     */
    public <T> T read(String text, Class<T> type) {
        ObjectReader reader = mapper.readerFor(type).withAttribute(RawJsonReader.SOURCE, text);
        try (JsonParser parser = new BoundedNumbers(reader.createParser(text))) {
            if (parser.nextToken() == null) {
                throw JsonFlaws.malformed(parser.currentLocation());
            }
            T value = reader.readValue(parser);
            if (parser.nextToken() != null) {
                throw JsonFlaws.malformed(parser.currentTokenLocation());
            }
            if (value == null) {
                throw ProblemException.invalid(JsonFlaws.WHOLE_BODY, "must be an object");
            }
            return value;
        } catch (JacksonException flaw) {
            throw JsonFlaws.explain(flaw);
        }
    }

    public String write(Object body) {
        return mapper.writeValueAsString(body);
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(CONSTRAINTS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .build();
    }

    private static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(RawJson.class, new RawJsonReader())
                .addDeserializer(String.class, new TextReader())
                .addSerializer(RawJson.class, new RawJsonWriter())
                .addSerializer(Instant.class, new InstantWriter());
    }
}
