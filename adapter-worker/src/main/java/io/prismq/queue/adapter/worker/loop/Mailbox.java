package io.prismq.queue.adapter.worker.loop;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What happened elsewhere, on its way to the one thread that acts on it. Any thread posts, one thread handles. */
public final class Mailbox {
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();

    public void post(Runnable event) {
        events.add(event);
    }

    /** Lets the one thread look what is new. */
    public void wake() {
        post(Mailbox::handled);
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** Handles the events that are here, and those that come meanwhile. */
    public void handleAll() {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            event.run();
        }
    }

    /** Waits for the first event, and handles it with all that came with it. */
    public void handleAll(Duration wait) throws InterruptedException {
        @Nullable Runnable first = events.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            first.run();
            handleAll();
        }
    }

    /** Whoever was woken looks anyway. */
    private static void handled() {}
}
