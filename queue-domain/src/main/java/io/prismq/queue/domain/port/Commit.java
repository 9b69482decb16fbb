package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.Task;
import java.util.List;

/**
 * News of a durable commit.
 *
 * @param changed the tasks that it inserted or saved, each as it was left
 * @param foreign another process committed; what it changed is not told
 */
public record Commit(List<Task> changed, boolean foreign) {
    /** Another process's commit. */
    public static final Commit FOREIGN = new Commit(List.of(), true);

    public Commit {
        changed = List.copyOf(changed);
    }
}
