package io.prismq.queue.adapter.http.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bucket of tokens for each caller: full at first, refilled evenly. Of so many callers that memory is in danger, the
 * ones that were seen the longest ago are forgotten. Safe for use by many threads.
 */
public final class Buckets {
    private static final int MOST_CALLERS = 10_000;

    private final Bandwidth bandwidth;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Buckets of one size.
     *
     * @param capacity how much a caller may take at once; at least 1
     * @param refill how long it takes until an empty one is full; positive
     */
    public Buckets(long capacity, Duration refill) {
        this(capacity, refill, TimeMeter.SYSTEM_NANOTIME);
    }

    Buckets(long capacity, Duration refill, TimeMeter time) {
        this.bandwidth = Bandwidth.builder()
                .capacity(capacity)
                .refillGreedy(capacity, refill)
                .build();
        this.time = time;
    }

    /**
     * Takes a token of the caller's.
     *
     * @return empty if there was one, else how long it takes until there is one
     */
    public synchronized Optional<Duration> take(String caller) {
        long nanos = bucket(caller).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        return nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    /**
     * What came of a try to take a token.
     *
     * @param left how many there are now
     * @param full how long it takes until the bucket is full again
     */
    record Draw(boolean granted, long left, Duration full) {}

    /** As {@link #take}, and says more. */
    synchronized Draw draw(String caller) {
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        return new Draw(
                probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    /** Whole ones, rounded up. */
    public static long seconds(Duration time) {
        return time.plusSeconds(1).minusNanos(1).toSeconds();
    }

    private Bucket bucket(String caller) {
        Bucket bucket = buckets.computeIfAbsent(
                caller,
                fresh -> Bucket.builder()
                        .addLimit(bandwidth)
                        .withCustomTimePrecision(time)
                        .build());
        if (buckets.size() > MOST_CALLERS) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return bucket;
    }
}
