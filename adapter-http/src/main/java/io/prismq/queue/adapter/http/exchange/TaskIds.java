package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.domain.task.TaskId;

/** The id in a request's path. */
public final class TaskIds {
    public static final String PARAMETER = "task_id";

    private TaskIds() {}

    /**
     * Reads the id.
     *
     * @throws ProblemException 422 if it is not a 64-bit integer, 404 if no task can have it
     */
    public static TaskId of(Context context) {
        long value = parse(context.pathParam(PARAMETER));
        if (value < 1 || value > TaskId.MAX) {
            throw new ProblemException(notFound(Long.toString(value)));
        }
        return new TaskId(value);
    }

    public static Problem notFound(TaskId id) {
        return notFound(id.toString());
    }

    private static Problem notFound(String id) {
        return ProblemType.NOT_FOUND.because("Task " + id + " not found");
    }

    private static long parse(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw ProblemException.invalid(PARAMETER, "must be a 64-bit integer");
        }
    }
}
