package io.prismq.queue.bootstrap.remote;

import java.io.IOException;

/** A thread for work with a stream whose other side may close at any time. */
final class StreamThread {
    /** What is done with the stream. */
    interface Streaming {
        void run() throws IOException;
    }

    private StreamThread() {}

    static void start(String name, Streaming work) {
        Thread thread = new Thread(() -> untilClosed(work), name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void untilClosed(Streaming work) {
        try {
            work.run();
        } catch (IOException closed) {
            // A command need not read what it is given, and has said all when its output breaks off.
        }
    }
}
