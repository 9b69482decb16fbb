package io.prismq.queue.bootstrap.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Repeats a request until the server has answered it for good: through restarts, overload and lost connections. Only for
 * requests that may be repeated. Safe for use by many threads.
 */
public final class PatientConnection {
    private final ServerConnection connection;
    private final Outages outages;
    private final AtomicBoolean away = new AtomicBoolean();

    public PatientConnection(ServerConnection connection, Outages outages) {
        this.connection = connection;
        this.outages = outages;
    }

    /**
     * The answer, which is not a temporary one.
     *
     * @param patience for each try
     * @param givenUp ends the repetitions; the request is sent once all the same
     * @return empty if it was given up
     */
    public Optional<Reply> send(Request request, Duration patience, CountDownLatch givenUp)
            throws InterruptedException {
        Backoff backoff = new Backoff();
        Duration pause;
        do {
            try {
                Reply reply = connection.send(request, patience);
                if (!reply.isTemporary()) {
                    noteReturn();
                    return Optional.of(reply);
                }
                noteOutage("The server answers " + reply.problem());
                pause = backoff.next(reply.retryAfter());
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
            outages.began(reason);
        }
    }

    private void noteReturn() {
        if (away.getAndSet(false)) {
            outages.ended();
        }
    }
}
