package io.prismq.queue.benchmarks.load;

import java.nio.charset.StandardCharsets;

/** The answer to a request; its body stands between two places of an array that the next answer is written into. */
public final class Answer {
    private final int status;
    private final byte[] bytes;
    private final int from;
    private final int to;

    Answer(int status, byte[] bytes, int from, int to) {
        this.status = status;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The body. */
    public String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
