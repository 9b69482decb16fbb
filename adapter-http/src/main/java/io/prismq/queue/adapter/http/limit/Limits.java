package io.prismq.queue.adapter.http.limit;

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
}
