package io.prismq.queue.adapter.http.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** RFC 3339 in UTC, always with three digits of a second, so that texts sort as times do. */
final class InstantWriter extends StdSerializer<Instant> {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    InstantWriter() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant time, JsonGenerator generator, SerializationContext context) {
        generator.writeString(FORMAT.format(time));
    }
}
