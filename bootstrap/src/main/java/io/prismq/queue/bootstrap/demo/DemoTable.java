package io.prismq.queue.bootstrap.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How each task ended, for a person. */
final class DemoTable {
    private static final String LINE = "%-3s %-4s %-27s %-19s %-10s %8s %9s  %s%n";
    private static final int RESULT_WIDTH = 60;

    private DemoTable() {}

    static void print(PrintWriter out, List<DemoOutcome> outcomes) {
        out.printf(LINE, "", "id", "what", "type", "status", "attempts", "ms", "result or error");
        for (DemoOutcome outcome : outcomes) {
            JsonNode task = outcome.task();
            out.printf(
                    LINE,
                    outcome.asItMust() ? "ok" : "NO",
                    task.get("task_id").asLong(),
                    outcome.title(),
                    task.get("type").asString(),
                    task.get("status").asString(),
                    task.get("attempts").asInt(),
                    millis(task),
                    shortened(task));
        }
        out.flush();
    }

    /** From the beginning of the latest attempt to the end; a task that never ran has none. */
    private static String millis(JsonNode task) {
        if (task.get("processing_started_utc").isNull()) {
            return "-";
        }
        Instant started = Instant.parse(task.get("processing_started_utc").asString());
        Instant finished = Instant.parse(task.get("finished_at_utc").asString());
        return Long.toString(Duration.between(started, finished).toMillis());
    }

    private static String shortened(JsonNode task) {
        JsonNode error = task.get("error_message");
        String text = error.isNull() ? task.get("result").toString() : error.asString();
        return text.length() <= RESULT_WIDTH ? text : text.substring(0, RESULT_WIDTH) + "...";
    }
}
