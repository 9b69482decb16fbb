package io.prismq.queue.adapter.worker;

import org.slf4j.Logger;

/** Tells the log of a spell of failures when it begins and when it is over, and not of each failure in it. */
final class Trouble {
    private final Logger log;
    private boolean lasting;

    Trouble(Logger log) {
        this.log = log;
    }

    void met(String doing, Throwable why) {
        if (lasting) {
            log.debug("still cannot {}: {}", doing, why.toString());
        } else {
            log.warn("cannot {}, trying again until it works: {}", doing, why.toString());
        }
        lasting = true;
    }

    void over() {
        if (lasting) {
            log.info("the store answers again");
        }
        lasting = false;
    }
}
