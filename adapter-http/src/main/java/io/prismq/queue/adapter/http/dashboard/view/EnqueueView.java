package io.prismq.queue.adapter.http.dashboard.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form for a new task, as it was typed.
 *
 * @param fields all but the two that hold JSON
 * @param from the task that it was filled from; null where it is not
 * @param problem what is wrong with the whole; null where only fields are, or nothing
 */
public record EnqueueView(
        List<Field> fields,
        Field payload,
        Field compatibility,
        List<String> types,
        @Nullable String from,
        @Nullable String problem) {

    /**
     * A field.
     *
     * @param hint what may be typed
     * @param error what is wrong with it; null where nothing is
     */
    public record Field(
            String name,
            String label,
            String hint,
            String value,
            @Nullable String error) {}

    public boolean hasErrors() {
        return problem != null
                || payload.error() != null
                || compatibility.error() != null
                || fields.stream().anyMatch(field -> field.error() != null);
    }
}
