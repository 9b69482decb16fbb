package io.prismq.queue.bootstrap.client.follow;

import io.prismq.queue.bootstrap.client.view.TaskView;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What happens to a task, in sentences; each is told once. */
final class TaskStory {
    private String status = "";
    private long claimsBegun;
    private long claimsEnded;

    /** What has happened since the last time. */
    List<String> news(TaskView task, JsonNode attempts) {
        List<String> news = new ArrayList<>();
        attempts.forEach(attempt -> tell(news, task, attempt));
        if (!task.status().equals(status)) {
            status = task.status();
            tellStatus(news, task);
        }
        return news;
    }

    private void tell(List<String> news, TaskView task, JsonNode attempt) {
        if (isAhead(task, attempt)) {
            return;
        }
        long claim = attempt.path("claim_no").asLong();
        String name = "attempt %s of %s"
                .formatted(
                        attempt.path("attempt").asString(""),
                        task.task().path("max_attempts").asString(""));
        if (claim > claimsBegun) {
            claimsBegun = claim;
            news.add("%s runs at %s".formatted(name, attempt.path("worker_id").asString("")));
        }
        String outcome = attempt.path("outcome").asString("");
        if (claim > claimsEnded && !outcome.isEmpty()) {
            claimsEnded = claim;
            String why = attempt.path("error_message").asString("");
            news.add("%s %s%s".formatted(name, words(outcome), why.isEmpty() ? "" : ": " + why));
        }
    }

    /** The attempts were asked for after the task, and may know what only its next state tells. */
    private static boolean isAhead(TaskView task, JsonNode attempt) {
        return switch (attempt.path("outcome").asString("")) {
            case "" -> !task.status().equals("processing");
            case "completed" -> !task.status().equals("completed");
            default -> false;
        };
    }

    private static void tellStatus(List<String> news, TaskView task) {
        String name = "task %d (%s)".formatted(task.id(), task.type());
        switch (task.status()) {
            case "processing" -> {}
            case "scheduled" ->
                news.add("%s waits until %s"
                        .formatted(name, task.text("run_after_utc").orElse("")));
            case "failed" ->
                news.add("%s failed: %s"
                        .formatted(name, task.text("error_message").orElse("")));
            default -> news.add("%s is %s".formatted(name, task.status()));
        }
    }

    private static String words(String outcome) {
        return switch (outcome) {
            case "timeout" -> "took too long";
            case "lease_expired" -> "was lost with its worker";
            case "rejected" -> "failed for good";
            case "cancelled" -> "was cancelled";
            case "released" -> "was given back";
            default -> outcome;
        };
    }
}
