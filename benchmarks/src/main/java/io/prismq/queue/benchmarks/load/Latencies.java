package io.prismq.queue.benchmarks.load;

import java.util.Arrays;

/** How long each of many requests took, exactly. Not safe for use by many threads. */
public final class Latencies {
    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private long[] nanos = new long[1024];
    private int count;
    private boolean sorted;

    public void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
        sorted = false;
    }

    public int count() {
        return count;
    }

    /**
     * The time within which a share of the requests was answered, in milliseconds.
     *
     * @param share 0 to 1
     */
    public double millis(double share) {
        if (count == 0) {
            throw new LoadException("nothing was answered");
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        int index = (int) Math.ceil(share * count) - 1;
        return nanos[Math.max(0, index)] / NANOS_IN_A_MILLISECOND;
    }
}
