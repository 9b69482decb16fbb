package io.prismq.queue.adapter.http.exchange;

import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemBody;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a controller answers.
 *
 * @param body a response record, or one that is {@link Streamed}; null sends none
 * @param undo runs at most once, on any thread, if nobody receives the reply; null where there is nothing to undo
 */
public record Reply(
        int status,
        String mediaType,
        @Nullable Object body,
        Map<String, String> headers,
        @Nullable Runnable undo) {
    private static final String JSON = "application/json";

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply ok(Object body) {
        return of(200, body);
    }

    public static Reply of(int status, Object body) {
        return new Reply(status, JSON, body, Map.of(), null);
    }

    /** A status that says everything. */
    public static Reply empty(int status) {
        return new Reply(status, JSON, null, Map.of(), null);
    }

    public static Reply problem(Problem problem) {
        return new Reply(
                problem.type().status(),
                ProblemBody.MEDIA_TYPE,
                ProblemBody.from(problem),
                problem.type().headers(),
                null);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, mediaType, body, more, undo);
    }

    /**
     * What undoes the work that this reply tells of, if the client is gone before the reply is written or the reply
     * cannot be written. It must not wait.
     */
    public Reply ifUndelivered(Runnable undone) {
        return new Reply(status, mediaType, body, headers, undone);
    }
}
