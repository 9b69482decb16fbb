package io.prismq.queue.adapter.http.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a kept value as it came. */
final class RawJsonWriter extends StdSerializer<RawJson> {
    RawJsonWriter() {
        super(RawJson.class);
    }

    @Override
    public void serialize(RawJson value, JsonGenerator generator, SerializationContext context) {
        generator.writeRawValue(value.text());
    }
}
