package io.prismq.queue.adapter.http.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client may ask of the server.
 *
 * @param patience how slowly it may send
 * @param rate how often it may ask; empty for as often as it likes
 * @param waits in how many places it may wait at a time; at least 1
 */
public record Limits(Patience patience, Optional<Rate> rate, int waits) {
    private static final int WAITS = 1000;

    public static final Limits DEFAULT = new Limits(Patience.DEFAULT, Optional.empty(), WAITS);

    public Limits with(Patience other) {
        return new Limits(other, rate, waits);
    }

    public Limits with(Rate other) {
        return new Limits(patience, Optional.of(other), waits);
    }

    public Limits withWaits(int other) {
        return new Limits(patience, rate, other);
    }

    /**
     * How slowly clients may send.
     *
     * @param head the most that the first request of a connection may take from its opening on, and a later one from its first
     *     octet on, until its headers are there; positive
     * @param body what a body may take in addition to what its octets may; positive
     * @param bytesPerSecond how fast the octets of a body have to come, on the average; positive
     */
    public record Patience(Duration head, Duration body, int bytesPerSecond) {
        public static final Patience DEFAULT = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), 1024);

        /** How long a body may take of which so much has come. */
        Duration forBody(long bytes) {
            return body.plusMillis(bytes * 1000 / bytesPerSecond);
        }
    }
}
