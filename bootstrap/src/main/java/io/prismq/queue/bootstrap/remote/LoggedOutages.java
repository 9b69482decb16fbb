package io.prismq.queue.bootstrap.remote;

import io.prismq.queue.bootstrap.connection.Outages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of the worker that the server is away. */
final class LoggedOutages implements Outages {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedOutages.class);

    @Override
    public void began(String reason) {
        LOG.warn("{}; trying again until it works", reason);
    }

    @Override
    public void ended() {
        LOG.info("The server answers again");
    }
}
