package io.prismq.queue.adapter.http.problem;

import java.util.List;
import java.util.Map;

/** The kinds of problem. Their slugs are part of the API: programs compare them, so they never change. */
public enum ProblemType {
    BAD_REQUEST(400, "bad-request", "The request is not valid HTTP"),
    MALFORMED_JSON(400, "malformed-json", "The body is not a JSON text"),
    UNAUTHORIZED(401, "unauthorized", "This takes a key that the server knows"),
    FORBIDDEN(403, "forbidden", "This is not allowed"),
    NOT_FOUND(404, "not-found", "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "The path does not take this method"),
    IDEMPOTENCY_KEY_REUSED(409, "idempotency-key-reused", "The idempotency key belongs to a different request"),
    LEASE_LOST(409, "lease-lost", "The lease is not the task's current one"),
    WRONG_STATUS(409, "wrong-status", "The task's status does not allow this"),
    BACKUP_RUNNING(409, "backup-running", "A backup is being made already"),
    BODY_TOO_LARGE(413, "body-too-large", "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The body is not application/json"),
    INVALID_FIELD(422, "invalid-field", "A field is not valid"),
    UPGRADE_REQUIRED(426, "upgrade-required", "The path is for WebSockets"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "There are too many requests", 1),
    TOO_MANY_WAITS(429, "too-many-waits", "Too many requests wait", 5),
    HEADERS_TOO_LARGE(431, "headers-too-large", "The headers are too large"),
    INTERNAL_ERROR(500, "internal-error", "The server made a mistake"),
    MAINTENANCE_FAILED(500, "maintenance-failed", "The maintenance operation failed"),
    MAINTENANCE_BUSY(503, "maintenance-busy", "Too many maintenance operations run", 5),
    STORE_BUSY(503, "store-busy", "The store has too much to do", 1),
    STORE_FULL(503, "store-full", "The store has no room left", 10),
    QUEUE_FULL(503, "queue-full", "The queue takes no more tasks", 10),
    STORE_READ_ONLY(503, "store-read-only", "The store cannot be written to", 10),
    OUTCOME_UNKNOWN(503, "outcome-unknown", "The change may or may not have been stored", 1),
    TOO_MANY_BODIES(503, "too-many-bodies", "Too many large bodies are under way", 5),
    TOO_MANY_LISTENERS(503, "too-many-listeners", "Too many listen to events", 5),
    ISSUER_UNREACHABLE(503, "issuer-unreachable", "The keys of the tokens' issuer cannot be read", 5),
    DRAINING(503, "draining", "The server is about to stop", 5);

    private static final String NAMESPACE = "urn:prismq:problem:";

    private final int status;
    private final String slug;
    private final String title;
    private final int retryAfterSeconds;

    ProblemType(int status, String slug, String title) {
        this(status, slug, title, 0);
    }

    ProblemType(int status, String slug, String title, int retryAfterSeconds) {
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public int status() {
        return status;
    }

    public String uri() {
        return NAMESPACE + slug;
    }

    public String title() {
        return title;
    }

    /** How long a caller should wait before the next try; 0 where another try does not help. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** What is said beside the body: how long to wait before the next try, or how to present a key. */
    public Map<String, String> headers() {
        if (this == UNAUTHORIZED) {
            return Map.of("WWW-Authenticate", "Bearer realm=\"prismq\"");
        }
        return retryAfterSeconds == 0 ? Map.of() : Map.of("Retry-After", Integer.toString(retryAfterSeconds));
    }

    /** The problem of this type with nothing to say about single fields. */
    public Problem because(String detail) {
        return new Problem(this, detail, List.of());
    }
}
