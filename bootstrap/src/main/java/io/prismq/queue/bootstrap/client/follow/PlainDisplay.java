package io.prismq.queue.bootstrap.client.follow;

import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.client.view.TaskView;
import io.prismq.queue.bootstrap.terminal.Texts;
import java.util.List;

/** Prints a line for everything that happens: for a file, or for a terminal that can do no more. */
final class PlainDisplay implements Display {
    private final Output output;
    private String progress = "";

    PlainDisplay(Output output) {
        this.output = output;
    }

    /** The latest progress came before the end, and after the beginning of an attempt. */
    @Override
    public void show(TaskView task, List<String> news) {
        if (task.isFinal()) {
            showProgress(task);
        }
        news.forEach(line -> output.line(Texts.printable(line)));
        if (!task.isFinal()) {
            showProgress(task);
        }
    }

    private void showProgress(TaskView task) {
        String latest = task.progress().orElse("");
        if (!latest.isEmpty() && !latest.equals(progress)) {
            output.line(Texts.printable(latest));
        }
        progress = latest;
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
