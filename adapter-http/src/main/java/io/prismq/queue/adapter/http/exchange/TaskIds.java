package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.domain.task.TaskId;
import java.util.regex.Pattern;

/** The id in a request's path. */
public final class TaskIds {
    public static final String PARAMETER = "task_id";

    /** One id has one spelling: no plus sign, and no digits of other scripts. */
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");

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
        if (!DIGITS.matcher(text).matches()) {
            throw notANumber();
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw notANumber();
        }
    }

    private static ProblemException notANumber() {
        return ProblemException.invalid(PARAMETER, "must be a 64-bit integer");
    }
}
