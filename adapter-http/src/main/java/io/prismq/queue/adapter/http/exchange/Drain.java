package io.prismq.queue.adapter.http.exchange;

/** Whether the server still takes new work. Safe for use by many threads. */
public final class Drain {
    private volatile boolean begun;

    /** No new work from now on. */
    public void begin() {
        begun = true;
    }

    public boolean hasBegun() {
        return begun;
    }
}
