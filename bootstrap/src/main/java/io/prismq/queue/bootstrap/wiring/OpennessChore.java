package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.adapter.worker.upkeep.Chore;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of a server that everybody can reach and do everything with. */
record OpennessChore(String host) implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(OpennessChore.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Override
    public Duration runOnce() {
        LOG.warn(
                "everybody who can reach {} may do everything with this queue: auth.insecure is set;"
                        + " make keys, and leave it out",
                host);
        return PAUSE;
    }
}
