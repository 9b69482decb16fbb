package io.prismq.queue.adapter.http;

import java.util.List;

/**
 * How an operation comes to answer its example with a status.
 *
 * @param operation its id
 * @param steps what happens before, as a {@link Stage} knows it
 */
record Scenario(String operation, int status, List<String> steps) {
    /** One for each status of each operation that depends on the state of the server. */
    static final List<Scenario> ALL = List.of(
            of("enqueue", 201),
            of("enqueue", 409, "another task of that key"),
            of("enqueueBatch", 201),
            of("enqueueBatch", 409, "another task of that key"),
            of("listTasks", 200, "enqueue"),
            of("getTask", 200, "enqueue"),
            of("getTask", 304, "enqueue"),
            of("deleteTask", 204, "enqueue", "cancelTask"),
            of("deleteTask", 409, "enqueue"),
            of("pollTask", 200, "enqueue"),
            of("pollTask", 304, "enqueue"),
            of("cancelTask", 200, "enqueue"),
            of("cancelTaskAlias", 200, "enqueue"),
            of("retryTask", 200, "enqueue", "cancelTask"),
            of("retryTask", 409, "enqueue"),
            of("stats", 200, "enqueueBatch", "claim", "a minute passes"),
            of("statsAlias", 200, "enqueueBatch", "claim", "a minute passes"),
            of(
                    "attempts",
                    200,
                    "enqueue",
                    "claim",
                    "a second passes",
                    "fail",
                    "a minute passes",
                    "another worker claims"),
            of("logs", 200, "enqueue", "claim", "a second passes", "heartbeat", "a second passes", "fail"),
            of("types", 200, "enqueueBatch", "claim", "a second passes", "pauseType"),
            of("pauseType", 200),
            of("resumeType", 200, "pauseType"),
            of("claim", 200, "enqueue"),
            of("heartbeat", 200, "enqueue", "claim", "a second passes"),
            of("heartbeat", 409, "enqueue"),
            of("complete", 200, "enqueue", "claim"),
            of("complete", 409, "enqueue"),
            of("fail", 200, "enqueue", "claim"),
            of("fail", 409, "enqueue"),
            of("release", 200, "enqueue", "claim"),
            of("release", 409, "enqueue"),
            of("settle", 200, "enqueueBatch", "claim"),
            of("workers", 200, "enqueue", "claim"),
            of("cleanupRuns", 200, "at once"),
            of("cleanupRuns", 202),
            of("cleanupRunsAsync", 202),
            of("healthCheck", 200, "at once"),
            of("healthCheck", 202),
            of("healthCheckAsync", 202),
            of("cleanupTempFiles", 200, "at once"),
            of("cleanupTempFiles", 202),
            of("cleanupTempFilesAsync", 202),
            of("logStatistics", 200, "at once"),
            of("logStatistics", 202),
            of("logStatisticsAsync", 202),
            of("listMaintenanceTasks", 200, "cleanupRuns", "a second passes", "the cleanup is done"),
            of("getMaintenanceTask", 200, "cleanupRuns", "a second passes", "the cleanup is done"),
            of("getMaintenanceTask", 304, "cleanupRuns"),
            of("cancelMaintenanceTask", 200, "cleanupRuns"),
            of("audit", 200, "pauseType", "a second passes", "startBackup"),
            of("startBackup", 202),
            of("startBackup", 409, "startBackup"),
            of("backups", 200, "startBackup", "the backup is made", "an hour passes", "a backup fails"),
            of("backup", 200, "startBackup", "the backup is made"),
            of("live", 200),
            of("ready", 200),
            of("ready", 503, "the server drains"),
            of("metrics", 200),
            of("openapi", 200),
            of("docs", 200),
            of("docsAsset", 200));

    private static Scenario of(String operation, int status, String... steps) {
        return new Scenario(operation, status, List.of(steps));
    }

    /** The stage on which the steps have been taken. */
    Stage stage() {
        Stage stage = steps.contains("at once") ? Stage.openAtOnce() : Stage.open();
        steps.stream().filter(step -> !step.equals("at once")).forEach(stage::step);
        return stage;
    }

    /** Headers without which the status does not come. */
    String[] headers() {
        return status == 304 ? new String[] {"If-None-Match", "*"} : new String[0];
    }

    @Override
    public String toString() {
        return operation + " is answered " + status + (steps.isEmpty() ? "" : " after " + String.join(", ", steps));
    }
}
