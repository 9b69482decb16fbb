package io.prismq.queue.bootstrap.client.view;

import io.prismq.queue.bootstrap.terminal.Ages;
import io.prismq.queue.bootstrap.terminal.Table;
import io.prismq.queue.bootstrap.terminal.Table.Column;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** The attempts at a task, a row for each. */
public final class AttemptTable {
    private AttemptTable() {}

    public static Table of(JsonNode attempts) {
        Table table = new Table(
                Column.ofNumbers("ATTEMPT"),
                Column.of("WORKER"),
                Column.of("STARTED"),
                Column.ofNumbers("TOOK"),
                Column.of("OUTCOME"),
                Column.of("MESSAGE"));
        attempts.forEach(attempt -> table.row(
                attempt.path("attempt").asString(""),
                attempt.path("worker_id").asString(""),
                attempt.path("started_at_utc").asString(""),
                took(attempt),
                attempt.path("outcome").asString("runs"),
                attempt.path("error_message").asString("")));
        return table;
    }

    private static String took(JsonNode attempt) {
        String ended = attempt.path("ended_at_utc").asString("");
        return ended.isEmpty()
                ? ""
                : Ages.of(Duration.between(
                        Instant.parse(attempt.path("started_at_utc").asString("")), Instant.parse(ended)));
    }
}
