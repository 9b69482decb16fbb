package io.prismq.queue.adapter.worker.builtin;

import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The texts that tasks carry: payloads in, results out, names in snake_case. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Json() {}

    /** The result that shows the components of a record. */
    static Result result(Record shown) {
        return new Result(MAPPER.writeValueAsString(shown));
    }

    static JsonNode object(Payload payload) throws TaskRejectedException {
        JsonNode parsed = parsed(payload);
        if (!parsed.isObject()) {
            throw new TaskRejectedException("the payload is not a JSON object");
        }
        return parsed;
    }

    private static JsonNode parsed(Payload payload) throws TaskRejectedException {
        try {
            return MAPPER.readTree(payload.json());
        } catch (JacksonException malformed) {
            throw new TaskRejectedException("the payload is not JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }
}
