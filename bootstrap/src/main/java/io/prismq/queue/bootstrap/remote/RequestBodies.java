package io.prismq.queue.bootstrap.remote;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of a worker's requests, as the API has them. */
final class RequestBodies {
    /** How long a claim waits for tasks. */
    static final int WAIT_SECONDS = 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final String workerId;
    private final ClaimOptions options;

    RequestBodies(String workerId, ClaimOptions options) {
        this.workerId = workerId;
        this.options = options;
    }

    /** A claim under a name of its own. */
    ObjectNode claim(int most) {
        ObjectNode body = JSON.createObjectNode();
        body.put("worker_id", workerId);
        options.types().forEach(body.putArray("types")::add);
        if (options.capabilities() != null) {
            body.set("capabilities", options.capabilities());
        }
        if (options.strategy() != null) {
            body.put("strategy", options.strategy());
        }
        body.put("max_tasks", most);
        putLease(body);
        body.put("wait_seconds", WAIT_SECONDS);
        return body.put("claim_id", UUID.randomUUID().toString());
    }

    ObjectNode heartbeat(ClaimedTask task, Report.Batch batch) {
        ObjectNode body = JSON.createObjectNode().put("lease_token", task.leaseToken());
        putLease(body);
        Report.Progress progress = batch.progress();
        if (progress != null) {
            body.putObject("progress").put("percent", progress.percent()).put("message", progress.message());
        }
        if (!batch.lines().isEmpty()) {
            putLog(body.putArray("log"), batch.lines());
        }
        return body;
    }

    private void putLease(ObjectNode body) {
        if (options.leaseSeconds() != null) {
            body.put("lease_seconds", options.leaseSeconds());
        }
    }

    private static void putLog(ArrayNode log, List<Report.Line> lines) {
        lines.forEach(line -> log.addObject().put("level", line.level()).put("message", line.message()));
    }
}
