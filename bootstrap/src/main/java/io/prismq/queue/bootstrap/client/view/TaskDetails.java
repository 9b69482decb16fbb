package io.prismq.queue.bootstrap.client.view;

import io.prismq.queue.bootstrap.connection.Json;
import io.prismq.queue.bootstrap.terminal.Ages;
import io.prismq.queue.bootstrap.terminal.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** All of a task that there is to say, line by line. */
public final class TaskDetails {
    private static final String LINE = "%-14s%s";

    private final TaskView task;
    private final Instant now;

    public TaskDetails(TaskView task, Instant now) {
        this.task = task;
        this.now = now;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, "Task", Optional.of(Long.toString(task.id())));
        add(lines, "Type", Optional.of(task.type()));
        add(lines, "Status", Optional.of(task.status()));
        add(lines, "Attempts", Optional.of(number("attempts") + " of " + number("max_attempts")));
        add(lines, "Priority", Optional.of(number("priority")));
        add(lines, "Progress", task.progress());
        add(
                lines,
                "Error",
                task.text("error_message").map(why -> task.text("failure_kind").orElse("") + ": " + why));
        add(lines, "Held by", task.text("locked_by"));
        add(lines, "Lease until", task.text("lease_until_utc"));
        add(lines, "Created", withAge("created_at_utc"));
        add(lines, "Run after", task.status().equals("scheduled") ? task.text("run_after_utc") : Optional.empty());
        add(lines, "Started", withAge("processing_started_utc"));
        add(lines, "Finished", withAge("finished_at_utc"));
        add(lines, "Key", task.text("idempotency_key"));
        add(lines, "Compatibility", json("compatibility"));
        add(lines, "Payload", json("payload"));
        add(lines, "Result", json("result"));
        return lines;
    }

    private static void add(List<String> lines, String name, Optional<String> value) {
        value.ifPresent(text -> lines.add(LINE.formatted(name, Texts.printable(text))));
    }

    private String number(String field) {
        return task.task().path(field).asString("");
    }

    private Optional<String> withAge(String field) {
        return task.time(field).map(time -> "%s (%s ago)".formatted(time, Ages.of(Duration.between(time, now))));
    }

    /** A value that says something: neither null nor empty. */
    private Optional<String> json(String field) {
        JsonNode value = task.task().path(field);
        boolean saysNothing = value.isNull() || value.isMissingNode() || (value.isContainer() && value.isEmpty());
        return saysNothing ? Optional.empty() : Optional.of(Json.text(value));
    }
}
