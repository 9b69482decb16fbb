package io.prismq.queue.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The same request again and again. */
public final class Repetition implements Talk {
    private final byte[] request;
    private final long endNanos;
    private int left;

    private Repetition(byte[] request, int times, long endNanos) {
        this.request = request;
        this.left = times;
        this.endNanos = endNanos;
    }

    /** A few times. */
    public static Talk times(int times, byte[] request) {
        return new Repetition(
                request, times, System.nanoTime() + Duration.ofHours(1).toNanos());
    }

    /** On so many connections for so long, counted from now. */
    public static List<Talk> on(int connections, Duration length, byte[] request) {
        long end = System.nanoTime() + length.toNanos();
        return IntStream.range(0, connections)
                .<Talk>mapToObj(n -> new Repetition(request, Integer.MAX_VALUE, end))
                .toList();
    }

    @Override
    public byte @Nullable [] next(@Nullable Answer last) {
        return left-- > 0 && System.nanoTime() < endNanos ? request : null;
    }
}
