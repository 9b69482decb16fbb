package io.prismq.queue.bootstrap.terminal;

import java.io.IOException;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * What standard output leads to.
 *
 * @param isTerminal whether a person looks at it; else it is a file or a program, and nothing is cut or drawn
 * @param columns the width that texts for people are made for
 */
public record Screen(boolean isTerminal, int columns) {
    /** A file or a program. */
    public static final Screen NONE = new Screen(false, 80);

    private static final int NARROWEST = 40;

    /** What this process writes to. */
    @SuppressWarnings("SystemConsoleNull")
    public static Screen ofThisProcess() {
        // Up to Java 21 it is null without a terminal, which saves the time to ask the system.
        return System.console() == null ? NONE : asked();
    }

    private static Screen asked() {
        try {
            TerminalProvider terminals = TerminalProvider.load("exec");
            return terminals.isSystemStream(SystemStream.Output)
                    ? new Screen(true, columns(terminals.systemStreamWidth(SystemStream.Output)))
                    : NONE;
        } catch (IOException unknown) {
            return NONE;
        }
    }

    /** Whether a line can be drawn anew. */
    public boolean canRedraw() {
        return isTerminal && !"dumb".equals(System.getenv("TERM"));
    }

    /** Whether it shows more than ASCII. */
    public boolean isUnicode() {
        return "UTF-8".equals(System.getProperty("native.encoding"));
    }

    /** The line as it fits. */
    public String fit(String line) {
        return isTerminal ? Texts.cut(line, columns) : line;
    }

    private static int columns(int told) {
        return told >= NARROWEST ? told : NONE.columns;
    }
}
