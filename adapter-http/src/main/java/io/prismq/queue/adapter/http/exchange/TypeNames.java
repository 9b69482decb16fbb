package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.domain.task.TaskType;

/** The type that a request names in its path or its query. */
public final class TypeNames {
    public static final String PARAMETER = "type";

    /** What a name must be, in words. */
    public static final String RULE = "must be 1 to 100 characters of A-Z a-z 0-9 . _ : -";

    private TypeNames() {}

    public static TaskType inPath(Context context) {
        return parse(context.pathParam(PARAMETER));
    }

    /**
     * Reads a name.
     *
     * @throws ProblemException 422 if no type can have it
     */
    public static TaskType parse(String name) {
        if (!name.matches(TaskType.PATTERN)) {
            throw ProblemException.invalid(PARAMETER, RULE);
        }
        return new TaskType(name);
    }
}
