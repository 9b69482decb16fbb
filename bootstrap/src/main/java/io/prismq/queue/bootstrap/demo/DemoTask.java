package io.prismq.queue.bootstrap.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A task of the show.
 *
 * @param body what is enqueued
 * @param cancelled whether it is cancelled at once
 * @param asItMust what is true of the task in the end
 */
record DemoTask(String title, String body, boolean cancelled, Predicate<JsonNode> asItMust) {
    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofHours(1);

    static List<DemoTask> all(Instant now) {
        Instant due = now.plus(DELAY);
        return List.of(
                run("clean up old runs", "{'type':'cleanup_runs','payload':{'max_age_hours':24}}", completed(1)),
                run("check health", "{'type':'health_check'}", completed(1)),
                run(
                        "delete old files",
                        "{'type':'cleanup_temp_files','payload':{'max_age_hours':24}}",
                        completed(1)
                                .and(task -> task.at("/result/deleted_files").asInt() == DemoDirectory.OLD_FILES)),
                run("log statistics", "{'type':'log_statistics'}", completed(1)),
                run(
                        "delayed by 2 s",
                        "{'type':'log_statistics','run_after_utc':'%s'}".formatted(due),
                        completed(1)
                                .and(task ->
                                        !time(task, "processing_started_utc").isBefore(due))),
                run("exceeds its timeout of 1 s", "{'type':'demo.slow','max_attempts':1}", failed("timeout")),
                run("fails twice, then succeeds", "{'type':'demo.flaky'}", completed(FlakyHandler.SUCCEEDS_AT)),
                run("sent once", "{'type':'log_statistics','idempotency_key':'once'}", completed(1)),
                run("sent again, same key", "{'type':'log_statistics','idempotency_key':'once'}", completed(1)),
                new DemoTask(
                        "cancelled",
                        json("{'type':'health_check','run_after_utc':'%s'}".formatted(now.plus(LATER))),
                        true,
                        task -> task.get("status").asString().equals("cancelled")));
    }

    private static DemoTask run(String title, String body, Predicate<JsonNode> asItMust) {
        return new DemoTask(title, json(body), false, asItMust);
    }

    private static Predicate<JsonNode> completed(int attempts) {
        return task -> task.get("status").asString().equals("completed")
                && task.get("attempts").asInt() == attempts;
    }

    private static Predicate<JsonNode> failed(String kind) {
        return task -> task.get("status").asString().equals("failed")
                && task.get("failure_kind").asString().equals(kind);
    }

    private static Instant time(JsonNode task, String field) {
        return Instant.parse(task.get(field).asString());
    }

    /** Easier to read in a program with single quotes. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
