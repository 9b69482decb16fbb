package io.prismq.queue.bootstrap.terminal;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBarConsumer;

/** The last line of a terminal, drawn anew again and again; other lines appear above it. Safe for use by many threads. */
public final class BottomLine implements ProgressBarConsumer {
    /** To the first column, and everything there deleted (ECMA-48, EL). */
    private static final String BEGIN_ANEW = "\r\u001b[K";

    private final PrintWriter out;
    private final Screen screen;
    private String line = "";

    public BottomLine(PrintWriter out, Screen screen) {
        this.out = out;
        this.screen = screen;
    }

    /** Prints a line that stays. */
    public synchronized void above(String text) {
        out.print(BEGIN_ANEW + text + System.lineSeparator() + line);
        out.flush();
    }

    /** One column is left free: behind the last one, some terminals begin a new line. */
    @Override
    public int getMaxRenderedLength() {
        return screen.columns() - 1;
    }

    @Override
    public synchronized void accept(String drawn) {
        line = Texts.cut(drawn.stripTrailing(), getMaxRenderedLength());
        out.print(BEGIN_ANEW + line);
        out.flush();
    }

    /** Leaves nothing behind. */
    @Override
    public synchronized void close() {
        line = "";
        out.print(BEGIN_ANEW);
        out.flush();
    }
}
