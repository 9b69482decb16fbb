package io.prismq.queue.bootstrap.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event for programs: an object with {@code time}, {@code level}, {@code logger}, {@code thread}, {@code message}, the
 * event's own fields, and {@code exception} where there is one.
 */
final class JsonLine {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonLine() {}

    static String of(ILoggingEvent event) {
        ObjectNode line = JSON.createObjectNode()
                .put("time", PlainLine.TIME.format(event.getInstant()))
                .put("level", event.getLevel().toString())
                .put("logger", event.getLoggerName())
                .put("thread", event.getThreadName())
                .put("message", event.getFormattedMessage());
        Field.of(event).forEach(field -> put(line, field.name(), field.value()));
        if (event.getThrowableProxy() != null) {
            line.put("exception", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return line + "\n";
    }

    /** A field of a library cannot take the place of one that every event has. */
    private static void put(ObjectNode line, String key, Object value) {
        String name = line.has(key) ? key + "_" : key;
        if (value instanceof Number number) {
            line.put(name, number.longValue());
        } else {
            line.put(name, value.toString());
        }
    }
}
