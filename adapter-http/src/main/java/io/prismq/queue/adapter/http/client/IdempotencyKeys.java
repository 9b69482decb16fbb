package io.prismq.queue.adapter.http.client;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.constraint.NoControls;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.domain.task.Idempotency;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The idempotency key that may come as a header instead of a field. */
final class IdempotencyKeys {
    static final String HEADER = "Idempotency-Key";
    static final String FIELD = "idempotency_key";

    private static final Pattern VALID =
            Pattern.compile("(?=.{1," + Idempotency.MAX_LENGTH + "}$)" + NoControls.PATTERN);

    private IdempotencyKeys() {}

    /** The request with its one key, wherever that came. */
    static EnqueueRequest merge(EnqueueRequest request, Context context) {
        List<String> headers = Collections.list(context.req().getHeaders(HEADER));
        if (headers.size() > 1) {
            throw ProblemException.invalid(HEADER, "must be given once");
        }
        return headers.isEmpty() ? request : request.withKey(agreed(headers.get(0), request.idempotencyKey()));
    }

    /** A header cannot be the key of many tasks. */
    static void requireNone(Context context) {
        if (context.header(HEADER) != null) {
            throw ProblemException.invalid(HEADER, "does not go with a batch: give each task its own " + FIELD);
        }
    }

    private static String agreed(String header, @Nullable String field) {
        if (!VALID.matcher(header).matches()) {
            throw ProblemException.invalid(HEADER, "must be 1 to 255 characters without control characters");
        }
        if (field != null && !field.equals(header)) {
            throw ProblemException.invalid(
                    FIELD, "must be the same as the " + HEADER + " header, where both are given");
        }
        return header;
    }
}
