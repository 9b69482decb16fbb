package io.prismq.queue.benchmarks.load;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Requests at a steady rate, whether those before are answered or not: each of some connections takes its turn. */
public final class Paced implements Talk {
    /** A selector does not wake earlier than this to the point: only what comes later was held up by the request before. */
    private static final long COARSE_NANOS = 3_000_000;

    private final LongFunction<byte[]> requests;
    private final long stepNanos;
    private long dueNanos;
    private int left;

    private Paced(LongFunction<byte[]> requests, long firstNanos, long stepNanos, int times) {
        this.requests = requests;
        this.dueNanos = firstNanos;
        this.stepNanos = stepNanos;
        this.left = times;
    }

    /**
     * So many requests in all, at so many a second.
     *
     * @param requests made when they are sent, one after the other, from the moment in which each was to be sent
     */
    public static List<Talk> on(int connections, int perSecond, int times, LongFunction<byte[]> requests) {
        long between = 1_000_000_000L / perSecond;
        long begin = System.nanoTime() + between;
        return IntStream.range(0, connections)
                .<Talk>mapToObj(
                        n -> new Paced(requests, begin + n * between, connections * between, times / connections))
                .toList();
    }

    @Override
    public long dueNanos() {
        return dueNanos;
    }

    @Override
    public byte @Nullable [] next(@Nullable Answer last) {
        long due = dueNanos;
        long now = System.nanoTime();
        dueNanos += stepNanos;
        return left-- > 0 ? requests.apply(now - due > COARSE_NANOS ? due : now) : null;
    }
}
