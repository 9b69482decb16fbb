package io.prismq.queue.bootstrap.client.follow;

import io.prismq.queue.bootstrap.client.view.TaskView;
import io.prismq.queue.bootstrap.terminal.BottomLine;
import io.prismq.queue.bootstrap.terminal.Screen;
import io.prismq.queue.bootstrap.terminal.Texts;
import java.io.PrintWriter;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import tools.jackson.databind.JsonNode;

/** Draws a bar below the lines that tell what happens. */
final class BarDisplay implements Display {
    private static final int PERCENT = 100;
    private static final int FRAME_MILLIS = 200;
    private static final int UNKNOWN = -1;

    private final BottomLine bottom;
    private final ProgressBar bar;

    BarDisplay(long id, PrintWriter out, Screen screen) {
        this.bottom = new BottomLine(out, screen);
        this.bar = new ProgressBarBuilder()
                .setTaskName("Task " + id)
                .setInitialMax(UNKNOWN)
                .hideEta()
                .setStyle(screen.isUnicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(FRAME_MILLIS)
                .continuousUpdate()
                .setConsumer(bottom)
                .build();
    }

    @Override
    public void show(TaskView task, List<String> news) {
        news.forEach(line -> bottom.above(Texts.printable(line)));
        JsonNode progress = task.task().path("progress");
        bar.maxHint(progress.isObject() ? PERCENT : UNKNOWN);
        bar.stepTo(progress.path("percent").asInt(0));
        bar.setExtraMessage(" " + Texts.printable(progress.path("message").asString(task.status())));
    }

    @Override
    public void began(String reason) {
        bottom.above(Texts.printable(reason) + "; trying again until it works");
    }

    @Override
    public void ended() {
        bottom.above("The server answers again");
    }

    @Override
    public void close() {
        bar.close();
    }
}
