package io.prismq.queue.adapter.http.dashboard.action;

import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;

/** The tasks that were selected in a list. */
final class Selected {
    private static final int MOST = 1000;

    private Selected() {}

    /**
     * Reads them, each once.
     *
     * @throws ProblemException 422 if there are too many, or something is no id
     */
    static List<TaskId> in(List<String> given) {
        List<TaskId> ids =
                given.stream().map(text -> TaskIds.parse("id", text)).distinct().toList();
        if (ids.size() > MOST) {
            throw ProblemException.invalid("id", "must be given at most " + MOST + " times");
        }
        return ids;
    }
}
