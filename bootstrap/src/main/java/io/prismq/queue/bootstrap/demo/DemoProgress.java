package io.prismq.queue.bootstrap.demo;

import io.prismq.queue.bootstrap.terminal.BottomLine;
import io.prismq.queue.bootstrap.terminal.Screen;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How many tasks have ended: a bar where there is a terminal to draw it, else nothing. */
interface DemoProgress extends AutoCloseable {
    /** One more has ended. Called by any thread. */
    void step();

    @Override
    void close();

    static DemoProgress of(int tasks, PrintWriter out, Screen screen) {
        return screen.canRedraw() ? bar(tasks, out, screen) : nothing();
    }

    private static DemoProgress bar(int tasks, PrintWriter out, Screen screen) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Tasks")
                .setInitialMax(tasks)
                .setStyle(screen.isUnicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setConsumer(new BottomLine(out, screen))
                .build();
        return new DemoProgress() {
            @Override
            public void step() {
                bar.step();
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    private static DemoProgress nothing() {
        return new DemoProgress() {
            @Override
            public void step() {}

            @Override
            public void close() {}
        };
    }
}
