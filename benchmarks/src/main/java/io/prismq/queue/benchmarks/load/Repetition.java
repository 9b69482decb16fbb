package io.prismq.queue.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The same request again and again. */
public final class Repetition implements Talk {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final byte[] request;
    private final Duration length;
    private int left;
    private long begunNanos;

    private Repetition(byte[] request, int times, Duration length) {
        this.request = request;
        this.left = times;
        this.length = length;
    }

    /** A few times. */
    public static Talk times(int times, byte[] request) {
        return new Repetition(request, times, FOR_EVER);
    }

    /** On so many connections for so long, counted from the first request. */
    public static List<Talk> on(int connections, Duration length, byte[] request) {
        return IntStream.range(0, connections)
                .<Talk>mapToObj(n -> new Repetition(request, Integer.MAX_VALUE, length))
                .toList();
    }

    @Override
    public byte @Nullable [] next(@Nullable Answer last) {
        if (last == null) {
            begunNanos = System.nanoTime();
        }
        return left-- > 0 && System.nanoTime() - begunNanos < length.toNanos() ? request : null;
    }
}
