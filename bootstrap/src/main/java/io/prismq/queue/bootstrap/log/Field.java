package io.prismq.queue.bootstrap.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.event.KeyValuePair;

/** What an event tells besides its sentence. */
record Field(String name, Object value) {
    /** What the event itself is about, and then what its thread works on as far as that is not the same. */
    static List<Field> of(ILoggingEvent event) {
        List<Field> own = event.getKeyValuePairs() == null
                ? List.of()
                : event.getKeyValuePairs().stream().map(Field::of).toList();
        Set<String> told = own.stream().map(Field::name).collect(Collectors.toSet());
        Stream<Field> ofItsThread = event.getMDCPropertyMap().entrySet().stream()
                .filter(entry -> !told.contains(entry.getKey()))
                .map(entry -> new Field(entry.getKey(), entry.getValue()));
        return Stream.concat(own.stream(), ofItsThread).toList();
    }

    private static Field of(KeyValuePair pair) {
        return new Field(pair.key, Objects.requireNonNullElse(pair.value, "null"));
    }
}
