package io.prismq.queue.adapter.http.access;

import static io.prismq.queue.adapter.http.access.Reach.ALL_TYPES;
import static io.prismq.queue.adapter.http.access.Reach.SEEN_LATER;
import static io.prismq.queue.adapter.http.access.Reach.TASK_IN_PATH;
import static io.prismq.queue.adapter.http.access.Reach.TYPE_IN_PATH;
import static io.prismq.queue.adapter.http.access.Reach.TYPE_IN_QUERY;
import static io.prismq.queue.domain.access.Scope.ADMIN;
import static io.prismq.queue.domain.access.Scope.ENQUEUE;
import static io.prismq.queue.domain.access.Scope.MANAGE;
import static io.prismq.queue.domain.access.Scope.READ;
import static io.prismq.queue.domain.access.Scope.WORK;

import io.javalin.http.HandlerType;
import io.prismq.queue.domain.access.Scope;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may do what, path by path: the one table of it. A path that is not in it cannot be served. */
final class Needs {
    private static final String SLASH_TASK = "/api/queue/tasks/{task_id}";
    private static final String MAINTENANCE = "/api/system/maintenance/";

    private static final Map<String, Need> ALL = new HashMap<>();

    static {
        open("GET /health/live", "GET /health/ready", "GET /openapi.json", "GET /docs", "GET /docs/{asset}");
        open("GET /assets/{file}", "GET /login", "POST /login", "POST /logout");

        to(ENQUEUE, SEEN_LATER, "POST /api/queue/enqueue", "POST /api/queue/enqueue/batch");

        to(READ, TYPE_IN_QUERY, "GET /api/queue/tasks", "GET /api/queue/events", "GET /api/queue/ws");
        to(
                READ,
                TASK_IN_PATH,
                "GET " + SLASH_TASK,
                "GET /api/queue/poll/{task_id}",
                "GET " + SLASH_TASK + "/attempts",
                "GET " + SLASH_TASK + "/logs");
        to(READ, SEEN_LATER, "GET /api/queue/types");
        to(
                READ,
                ALL_TYPES,
                "GET /api/queue/stats",
                "GET /api/queue/status",
                "GET /api/queue/workers",
                "GET " + MAINTENANCE + "tasks",
                "GET " + MAINTENANCE + "tasks/{task_id}",
                "GET /api/system/backups",
                "GET /api/system/backups/{name}",
                "GET /metrics");

        to(WORK, SEEN_LATER, "POST /api/queue/claims", "POST /api/queue/settlements");
        to(
                WORK,
                TASK_IN_PATH,
                "POST " + SLASH_TASK + "/heartbeat",
                "POST " + SLASH_TASK + "/complete",
                "POST " + SLASH_TASK + "/fail",
                "POST " + SLASH_TASK + "/release");

        to(
                MANAGE,
                TASK_IN_PATH,
                "POST " + SLASH_TASK + "/cancel",
                "POST /api/queue/cancel/{task_id}",
                "POST " + SLASH_TASK + "/retry",
                "DELETE " + SLASH_TASK);
        to(ADMIN, ALL_TYPES, "GET /api/system/audit");

        to(MANAGE, TYPE_IN_PATH, "POST /api/queue/types/{type}/pause", "POST /api/queue/types/{type}/resume");
        to(MANAGE, ALL_TYPES, "POST /api/system/backups", "DELETE " + MAINTENANCE + "tasks/{task_id}");
        for (String operation : new String[] {"cleanup-runs", "health-check", "cleanup-temp-files", "log-statistics"}) {
            String path = "POST " + MAINTENANCE + operation;
            to(MANAGE, ALL_TYPES, path, path + "/async");
        }

        to(
                READ,
                ALL_TYPES,
                "GET /",
                "GET /tasks",
                "GET /tasks/{task_id}",
                "GET /workers",
                "GET /types",
                "GET /maintenance",
                "GET /tasks/confirm",
                "GET /tasks/actions",
                "GET /types/pause",
                "GET /types/resume",
                "GET /maintenance/confirm",
                "GET /maintenance/run",
                "GET /maintenance/backup");
        to(ENQUEUE, ALL_TYPES, "GET /enqueue", "POST /enqueue");
        to(
                MANAGE,
                ALL_TYPES,
                "POST /tasks/actions",
                "POST /types/pause",
                "POST /types/resume",
                "POST /maintenance/run",
                "POST /maintenance/backup");
    }

    private Needs() {}

    /**
     * What the path needs.
     *
     * @throws IllegalStateException if it is not in the table
     */
    static Need of(HandlerType method, String path) {
        @Nullable Need need = ALL.get(method.name() + " " + path);
        if (need == null) {
            throw new IllegalStateException("nobody has said who may use %s %s".formatted(method.name(), path));
        }
        return need;
    }

    private static void open(String... paths) {
        for (String path : paths) {
            ALL.put(path, Need.NOTHING);
        }
    }

    private static void to(Scope scope, Reach reach, String... paths) {
        for (String path : paths) {
            ALL.put(path, new Need(scope, reach));
        }
    }
}
