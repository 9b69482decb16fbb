package io.prismq.queue.bootstrap.client.follow;

import io.prismq.queue.bootstrap.client.view.TaskView;
import io.prismq.queue.bootstrap.connection.Outages;
import java.util.List;

/** How a person, or a program, sees a task that is followed. */
interface Display extends Outages, AutoCloseable {
    /**
     * Shows the state that the task is in.
     *
     * @param news what has happened since the last time
     */
    void show(TaskView task, List<String> news);

    @Override
    void close();
}
