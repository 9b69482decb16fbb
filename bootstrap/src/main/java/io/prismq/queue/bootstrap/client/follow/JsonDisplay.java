package io.prismq.queue.bootstrap.client.follow;

import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.client.view.TaskView;
import java.util.List;

/** Prints the states of the task, one document on a line for each, or the last alone. */
final class JsonDisplay implements Display {
    private final Output output;
    private final boolean lastAlone;

    JsonDisplay(Output output, boolean lastAlone) {
        this.output = output;
        this.lastAlone = lastAlone;
    }

    @Override
    public void show(TaskView task, List<String> news) {
        if (!lastAlone || task.isFinal()) {
            output.value(task.task());
        }
    }

    @Override
    public void began(String reason) {
        new PrintedOutages(output.err()).began(reason);
    }

    @Override
    public void ended() {
        new PrintedOutages(output.err()).ended();
    }

    @Override
    public void close() {
        output.out().flush();
    }
}
