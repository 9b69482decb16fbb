package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.StoredTask;
import java.util.List;

/**
 * A part of a list.
 *
 * @param more whether further tasks follow the last one
 */
public record TaskPage(List<StoredTask> tasks, boolean more) {
    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
