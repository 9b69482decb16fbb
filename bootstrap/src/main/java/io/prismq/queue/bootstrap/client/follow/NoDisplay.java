package io.prismq.queue.bootstrap.client.follow;

import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.client.view.TaskView;
import java.util.List;

/** Shows nothing of the task: for who wants to know how it ends, and no more. */
record NoDisplay(Output output) implements Display {
    @Override
    public void show(TaskView task, List<String> news) {}

    @Override
    public void began(String reason) {
        new PrintedOutages(output.err()).began(reason);
    }

    @Override
    public void ended() {
        new PrintedOutages(output.err()).ended();
    }

    @Override
    public void close() {}
}
