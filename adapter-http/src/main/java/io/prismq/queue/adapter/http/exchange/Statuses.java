package io.prismq.queue.adapter.http.exchange;

import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.domain.task.TaskStatus;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The status that a request names in its query. */
public final class Statuses {
    private static final String PARAMETER = "status";

    private Statuses() {}

    /**
     * Reads a word.
     *
     * @throws ProblemException 422 if no task can be in it
     */
    public static TaskStatus parse(String word) {
        return Arrays.stream(TaskStatus.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        PARAMETER,
                        "must be one of "
                                + Arrays.stream(TaskStatus.values())
                                        .map(TaskStatus::word)
                                        .collect(Collectors.joining(", "))));
    }
}
