package io.prismq.queue.adapter.http.system;

/** Whether the process is still being started, though the server answers already. Safe for use by many threads. */
public final class Startup {
    private volatile boolean over;

    /** Everything has been started. */
    public void end() {
        over = true;
    }

    boolean isUnderWay() {
        return !over;
    }
}
