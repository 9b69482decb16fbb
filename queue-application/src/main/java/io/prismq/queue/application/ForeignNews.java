package io.prismq.queue.application;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Another process does not tell what it changed, so somebody has to ask: once for all the commits that came meanwhile. */
final class ForeignNews {
    private final AtomicInteger commits = new AtomicInteger();
    private final Executor threads;
    private final Runnable ask;

    /** Asks on these threads. */
    ForeignNews(Executor threads, Runnable ask) {
        this.threads = threads;
        this.ask = ask;
    }

    void committed() {
        if (commits.getAndIncrement() == 0) {
            threads.execute(this::askUntilNoNews);
        }
    }

    private void askUntilNoNews() {
        int seen;
        do {
            seen = commits.get();
            askOrBeAskedAgain();
        } while (!commits.compareAndSet(seen, 0));
    }

    /** A question that fails must not be the last one. */
    private void askOrBeAskedAgain() {
        boolean answered = false;
        try {
            ask.run();
            answered = true;
        } finally {
            if (!answered) {
                commits.set(0);
            }
        }
    }
}
