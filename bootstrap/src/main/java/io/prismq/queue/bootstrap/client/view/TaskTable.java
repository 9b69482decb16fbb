package io.prismq.queue.bootstrap.client.view;

import io.prismq.queue.bootstrap.terminal.Ages;
import io.prismq.queue.bootstrap.terminal.Table;
import io.prismq.queue.bootstrap.terminal.Table.Column;
import io.prismq.queue.domain.port.SystemClock;
import java.time.Instant;

/** Tasks, a row for each. */
public final class TaskTable {
    private final Instant now = new SystemClock().now();

    private final Table table = new Table(
            Column.ofNumbers("ID"),
            Column.of("STATUS"),
            Column.of("TYPE"),
            Column.ofNumbers("PRIORITY"),
            Column.ofNumbers("ATTEMPTS"),
            Column.ofNumbers("AGE"),
            Column.of("NOTE"));

    public Table table() {
        return table;
    }

    public void add(TaskView task) {
        table.row(
                Long.toString(task.id()),
                task.status(),
                task.type(),
                task.task().path("priority").asString(""),
                task.task().path("attempts").asString("") + "/"
                        + task.task().path("max_attempts").asString(""),
                Ages.of(task.age(now)),
                task.note().orElse(""));
    }
}
