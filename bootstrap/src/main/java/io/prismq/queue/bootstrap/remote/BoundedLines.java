package io.prismq.queue.bootstrap.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines, and keeps no more of each than the first bytes: a command may print one that never ends. */
final class BoundedLines {
    private static final int END = -1;

    /**
     * A line without its end.
     *
     * @param cut whether it went on
     */
    record Line(String text, boolean cut) {}

    private final InputStream in;
    private final int mostBytes;

    BoundedLines(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /** The next line, null at the end. */
    @Nullable
    Line next() throws IOException {
        int first = in.read();
        return first == END ? null : line(first);
    }

    private Line line(int first) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean cut = false;
        for (int read = first; read != '\n' && read != END; read = in.read()) {
            if (kept.size() < mostBytes) {
                kept.write(read);
            } else {
                cut = true;
            }
        }
        return new Line(kept.toString(StandardCharsets.UTF_8).stripTrailing(), cut);
    }
}
