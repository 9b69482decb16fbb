package io.prismq.queue.bootstrap.client.view;

import io.prismq.queue.bootstrap.client.server.ExitCode;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A task as the server tells of it, in the words that people read. */
public record TaskView(JsonNode task) {
    public long id() {
        return task.path("task_id").asLong();
    }

    public String type() {
        return text("type").orElse("");
    }

    public String status() {
        return text("status").orElse("");
    }

    public boolean isFinal() {
        return Arrays.stream(TaskStatus.values())
                .filter(TaskStatus::isFinal)
                .anyMatch(status -> status.word().equals(status()));
    }

    /** The status as an exit code: of a task that is not final, that of success. */
    public ExitCode exitCode() {
        return switch (status()) {
            case "failed" -> ExitCode.TASK_FAILED;
            case "cancelled" -> ExitCode.TASK_CANCELLED;
            default -> ExitCode.DONE;
        };
    }

    /** The value of a field that is a text. */
    public Optional<String> text(String field) {
        JsonNode value = task.path(field);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }

    public Optional<Instant> time(String field) {
        return text(field).map(Instant::parse);
    }

    /** Such as {@code 40 % half way}. */
    public Optional<String> progress() {
        JsonNode progress = task.path("progress");
        return progress.isObject()
                ? Optional.of((progress.path("percent").asInt() + " % "
                                + progress.path("message").asString(""))
                        .strip())
                : Optional.empty();
    }

    /** What is to be said of the task beside its status: how far it is, or what went wrong. */
    Optional<String> note() {
        return status().equals("processing") ? progress() : text("error_message");
    }

    Duration age(Instant now) {
        return time("created_at_utc")
                .map(created -> Duration.between(created, now))
                .orElse(Duration.ZERO);
    }
}
