package io.prismq.queue.bootstrap.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Repeats a request until the server has answered it for good: through restarts, overload and lost connections. Only for
 * requests that may be repeated. Safe for use by many threads.
 */
final class PatientConnection {
    private static final Logger LOG = LoggerFactory.getLogger(PatientConnection.class);

    private final ServerConnection connection;
    private final AtomicBoolean away = new AtomicBoolean();

    PatientConnection(ServerConnection connection) {
        this.connection = connection;
    }

    /**
     * The answer, which is not a temporary one.
     *
     * @param patience for each try
     * @param givenUp ends the repetitions; the request is sent once all the same
     * @return empty if it was given up
     */
    Optional<Reply> post(String path, ObjectNode body, Duration patience, CountDownLatch givenUp)
            throws InterruptedException {
        Backoff backoff = new Backoff();
        Duration pause;
        do {
            try {
                Reply reply = connection.post(path, body, patience);
                if (!reply.isTemporary()) {
                    noteReturn();
                    return Optional.of(reply);
                }
                noteOutage("The server answers " + reply.problem());
                pause = backoff.next(reply.retryAfter().orElse(Duration.ZERO));
            } catch (IOException lost) {
                noteOutage(String.valueOf(lost.getMessage()));
                pause = backoff.next(Duration.ZERO);
            }
        } while (!givenUp.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        return Optional.empty();
    }

    /** Once for all that wait. */
    private void noteOutage(String reason) {
        if (!away.getAndSet(true)) {
            LOG.warn("{}; trying again until it works", reason);
        }
    }

    private void noteReturn() {
        if (away.getAndSet(false)) {
            LOG.info("The server answers again");
        }
    }
}
