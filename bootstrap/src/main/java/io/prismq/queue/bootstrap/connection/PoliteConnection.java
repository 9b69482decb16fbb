package io.prismq.queue.bootstrap.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Repeats, a few times, a request that the server turned away before it did anything, after the pause that it asks for.
 * Also for requests that may not be repeated otherwise. Safe for use by many threads.
 */
public final class PoliteConnection {
    private static final int REPETITIONS = 10;

    /** Nobody waits longer for a command that says nothing. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final ServerConnection connection;
    private final CountDownLatch never = new CountDownLatch(1);

    public PoliteConnection(ServerConnection connection) {
        this.connection = connection;
    }

    /**
     * The answer; if it still turns the request away, that.
     *
     * @param patience for each try
     */
    public Reply send(Request request, Duration patience) throws IOException, InterruptedException {
        Backoff backoff = new Backoff();
        Reply reply = connection.send(request, patience);
        for (int left = REPETITIONS; left > 0 && isWorthAnother(request, reply); left--) {
            never.await(backoff.next(reply.retryAfter()).toMillis(), TimeUnit.MILLISECONDS);
            reply = connection.send(request, patience);
        }
        return reply;
    }

    private static boolean isWorthAnother(Request request, Reply reply) {
        boolean isUndone = reply.isTooMany() || (request.changesNothing() && reply.isUnavailableForNow());
        return isUndone && reply.retryAfter().compareTo(LONGEST_PAUSE) <= 0;
    }
}
