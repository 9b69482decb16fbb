package io.prismq.queue.bootstrap.remote;

import java.util.concurrent.CountDownLatch;

/**
 * Tells all parts that the worker stops.
 *
 * @param asked opens when nothing more is to be begun
 * @param over opens when nothing more is to be waited for
 */
record Stop(CountDownLatch asked, CountDownLatch over) {
    Stop() {
        this(new CountDownLatch(1), new CountDownLatch(1));
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }
}
