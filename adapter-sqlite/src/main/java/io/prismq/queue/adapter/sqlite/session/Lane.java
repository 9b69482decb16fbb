package io.prismq.queue.adapter.sqlite.session;

import io.prismq.queue.domain.task.Compatibility;
import io.prismq.queue.domain.task.TaskType;
import java.util.List;

/** A distinct pair of type and compatibility, with the number that stands for it in the rows of tasks. */
public record Lane(long id, Key key) {
    /** What makes lanes distinct. */
    public record Key(TaskType type, Compatibility compatibility) {
        /** A JSON object with a member a line: no canonical member text holds a line break, so that it can be split. */
        String compatibilityText() {
            return "{" + String.join(",\n", compatibility.members()) + "}";
        }

        static Key of(String type, String compatibilityText) {
            String members = compatibilityText.substring(1, compatibilityText.length() - 1);
            return new Key(
                    new TaskType(type),
                    members.isEmpty() ? Compatibility.NONE : new Compatibility(List.of(members.split(",\n", -1))));
        }
    }
}
