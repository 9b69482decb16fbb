package io.prismq.queue.adapter.http.monitoring;

import java.time.Duration;

/**
 * A request that has its answer.
 *
 * @param method one of the usual nine, or {@value #OTHER}: a client cannot make up more
 * @param route the path as the API describes it, such as {@code /api/queue/tasks/{task_id}}, or {@value #NO_ROUTE}
 * @param status the answer's, 200 to 599
 * @param took from the request's first line to the answer, with what it waited for
 * @param traceparent the header of this name as the client sent it; empty where it sent none
 */
public record Answered(String method, String route, int status, Duration took, String traceparent) {
    /** Where the path, or the method on it, is none of the API's. */
    public static final String NO_ROUTE = "unknown";

    /** A method that HTTP does not define. */
    public static final String OTHER = "OTHER";
}
