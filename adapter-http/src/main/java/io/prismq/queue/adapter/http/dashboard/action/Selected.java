package io.prismq.queue.adapter.http.dashboard.action;

import io.prismq.queue.adapter.http.exchange.Form;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;

/** The tasks that were selected in a form. */
final class Selected {
    private static final int MOST = 1000;

    private Selected() {}

    /**
     * Reads them, each once.
     *
     * @throws ProblemException 422 if there are too many, or something is no id
     */
    static List<TaskId> in(Form form) {
        List<TaskId> ids = form.all("id").stream().map(Selected::id).distinct().toList();
        if (ids.size() > MOST) {
            throw ProblemException.invalid("id", "must be given at most " + MOST + " times");
        }
        return ids;
    }

    private static TaskId id(String text) {
        if (!text.matches("[0-9]{1,16}") || Long.parseLong(text) < 1 || Long.parseLong(text) > TaskId.MAX) {
            throw ProblemException.invalid("id", "must be the id of a task");
        }
        return new TaskId(Long.parseLong(text));
    }
}
