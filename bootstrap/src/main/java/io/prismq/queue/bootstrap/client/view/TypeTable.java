package io.prismq.queue.bootstrap.client.view;

import io.prismq.queue.bootstrap.terminal.Table;
import io.prismq.queue.bootstrap.terminal.Table.Column;
import io.prismq.queue.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** How many tasks each type has in which status; types that have none and are not paused are left out. */
public final class TypeTable {
    private TypeTable() {}

    public static Table of(JsonNode types) {
        Table table = new Table(columns());
        types.valueStream().filter(TypeTable::isOfInterest).forEach(type -> table.row(row(type)));
        return table;
    }

    private static Column[] columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.of("TYPE")));
        Arrays.stream(TaskStatus.values())
                .map(status -> Column.ofNumbers(status.word().toUpperCase(Locale.ROOT)))
                .forEach(columns::add);
        columns.add(Column.of("NOTE"));
        return columns.toArray(Column[]::new);
    }

    private static boolean isOfInterest(JsonNode type) {
        return isPaused(type) || type.path("counts").valueStream().anyMatch(count -> count.asLong() > 0);
    }

    private static String[] row(JsonNode type) {
        List<String> row = new ArrayList<>(List.of(type.path("type").asString("")));
        for (TaskStatus status : TaskStatus.values()) {
            row.add(type.path("counts").path(status.word()).asString(""));
        }
        row.add(isPaused(type) ? "paused" : "");
        return row.toArray(String[]::new);
    }

    private static boolean isPaused(JsonNode type) {
        return type.path("paused").asBoolean(false);
    }
}
