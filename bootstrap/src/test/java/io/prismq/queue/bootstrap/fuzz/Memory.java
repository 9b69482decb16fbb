package io.prismq.queue.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** What the answers told of: without it no request would ever find a task, or hold a lease. */
final class Memory {
    private static final int LATEST = 50;
    private static final Lease NONE = new Lease(1, "0".repeat(32));

    /** A task, and what proves its hold. */
    record Lease(long task, String token) {}

    private final List<Lease> leases = new ArrayList<>();
    private final List<String> cursors = new ArrayList<>();
    private final List<String> backups = new ArrayList<>();

    void hear(JsonNode answer, String link) {
        if (answer.path("task_id").isIntegralNumber()) {
            keep(
                    leases,
                    new Lease(
                            answer.get("task_id").asLong(),
                            answer.path("lease_token").asString(NONE.token())));
        }
        if (answer.has("sha256")) {
            keep(backups, answer.get("name").asString());
        }
        answer.path("tasks").forEach(task -> hear(task, ""));
        int cursor = link.indexOf("cursor=");
        if (cursor >= 0) {
            keep(cursors, link.substring(cursor + "cursor=".length()).split("[&>]", 2)[0]);
        }
    }

    Lease lease(Random random) {
        return latest(leases, NONE, random);
    }

    String cursor(Random random) {
        return latest(cursors, "AAAA", random);
    }

    String backup(Random random) {
        return latest(backups, "queue-20260131T120000Z.db", random);
    }

    private static <T> void keep(List<T> several, T one) {
        several.add(one);
        if (several.size() > LATEST) {
            several.remove(0);
        }
    }

    private static <T> T latest(List<T> several, T none, Random random) {
        return several.isEmpty() ? none : several.get(random.nextInt(several.size()));
    }
}
