package io.prismq.queue.adapter.worker;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What happened elsewhere, on its way to the one thread that acts on it. Any thread posts, one thread handles. */
final class Mailbox {
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();

    void post(Runnable event) {
        events.add(event);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** Handles the events that are here, and those that come meanwhile. */
    void handleAll() {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            event.run();
        }
    }

    /** Waits for the first event, and handles it with all that came with it. */
    void handleAll(Duration wait) throws InterruptedException {
        @Nullable Runnable first = events.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            first.run();
            handleAll();
        }
    }
}
