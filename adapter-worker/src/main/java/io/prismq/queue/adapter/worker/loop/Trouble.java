package io.prismq.queue.adapter.worker.loop;

import io.prismq.queue.domain.task.RetryPolicy;
import java.time.Duration;
import org.slf4j.Logger;

/** Tells the log of a spell of failures when it begins and when it is over, and not of each failure in it. */
public final class Trouble {
    /** How long the store is left alone after each failure in a row. */
    public static final RetryPolicy WAITS = new RetryPolicy(Duration.ofMillis(100), 2, Duration.ofSeconds(5), 0);

    private final Logger log;
    private boolean lasting;

    public Trouble(Logger log) {
        this.log = log;
    }

    /** A thread that is told to end is in no trouble when that ends what it does. */
    public void met(String doing, Throwable why) {
        if (Thread.currentThread().isInterrupted()) {
            log.debug("no longer needs to {}: {}", doing, why.toString());
            return;
        }
        if (lasting) {
            log.debug("still cannot {}: {}", doing, why.toString());
        } else {
            log.warn("cannot {}, trying again until it works: {}", doing, why.toString());
        }
        lasting = true;
    }

    public void over() {
        if (lasting) {
            log.info("the store answers again");
        }
        lasting = false;
    }
}
