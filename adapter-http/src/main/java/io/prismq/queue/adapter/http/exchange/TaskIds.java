package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.domain.task.TaskId;
import java.util.regex.Pattern;

/** The ids of tasks in requests. */
public final class TaskIds {
    public static final String PARAMETER = "task_id";

    /** One id has one spelling: no plus sign, and no digits of other scripts. */
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");

    private TaskIds() {}

    /**
     * Reads the id in the path.
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

    /**
     * Reads an id that a person typed or selected.
     *
     * @throws ProblemException 422 if no task can have it
     */
    public static TaskId parse(String name, String text) {
        if (!text.matches("[0-9]{1,16}") || Long.parseLong(text) < 1 || Long.parseLong(text) > TaskId.MAX) {
            throw ProblemException.invalid(name, "must be the id of a task");
        }
        return new TaskId(Long.parseLong(text));
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
