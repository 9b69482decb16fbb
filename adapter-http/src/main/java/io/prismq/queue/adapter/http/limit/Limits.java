package io.prismq.queue.adapter.http.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client may ask of the server.
 *
 * @param patience how slowly it may send
 * @param rate how often it may ask; empty for as often as it likes
 * @param waits in how many places it may wait at a time; at least 1
 * @param bodyBytes what the bodies of all clients together may take of the memory, but for small ones
 */
public record Limits(Patience patience, Optional<Rate> rate, int waits, long bodyBytes) {
    private static final int WAITS = 1000;

    /** Enough to take in the largest body that a path takes, and to read it. */
    private static final long LEAST_BODY_BYTES = 64 << 20;

    /** The rest of the memory is for what bodies become, for answers and for everything else. */
    private static final int PART_FOR_BODIES = 4;

    public static final Limits DEFAULT = new Limits(
            Patience.DEFAULT,
            Optional.empty(),
            WAITS,
            Math.max(Runtime.getRuntime().maxMemory() / PART_FOR_BODIES, LEAST_BODY_BYTES));

    public Limits with(Patience other) {
        return new Limits(other, rate, waits, bodyBytes);
    }

    public Limits with(Rate other) {
        return new Limits(patience, Optional.of(other), waits, bodyBytes);
    }

    public Limits withWaits(int other) {
        return new Limits(patience, rate, other, bodyBytes);
    }

    public Limits withBodyBytes(long other) {
        return new Limits(patience, rate, waits, other);
    }

    /**
     * How slowly clients may send.
     *
     * @param head the most that the first request of a connection may take from its opening on, and a later one from its first
     *     octet on, until its headers are there; positive
     * @param body what a body may take in addition to what its octets may; positive
     * @param bytesPerSecond how fast the octets of a body have to come, on the average; positive. However many they are, all
     *     are to be there within five minutes
     */
    public record Patience(Duration head, Duration body, int bytesPerSecond) {
        public static final Patience DEFAULT = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), 1024);

        /** What is held for a body is not held longer, however large it is. */
        private static final Duration LONGEST_BODY = Duration.ofMinutes(5);

        /** How long a body may take of which so much has come. */
        Duration forBody(long bytes) {
            Duration asItComes = body.plusMillis(bytes * 1000 / bytesPerSecond);
            return asItComes.compareTo(LONGEST_BODY) < 0 ? asItComes : LONGEST_BODY;
        }
    }
}
