package io.prismq.queue.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Readings of one thing, in the order in which they were taken; at least one. */
public record Series(List<Double> values) {
    public Series {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a series needs a reading");
        }
        values = List.copyOf(values);
    }

    public static Series of(double... values) {
        return new Series(Arrays.stream(values).boxed().toList());
    }

    /** The middle one, or the mean of the two in the middle. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double lowest() {
        return sorted()[0];
    }

    public double highest() {
        return sorted()[values.size() - 1];
    }

    /** Reading by reading, each with the one that was taken beside it. */
    public Series with(Series other, DoubleBinaryOperator operator) {
        if (other.values.size() != values.size()) {
            throw new IllegalArgumentException("readings that were not taken in pairs");
        }
        return new Series(IntStream.range(0, values.size())
                .mapToObj(n -> operator.applyAsDouble(values.get(n), other.values.get(n)))
                .toList());
    }

    public Series ratioTo(Series other) {
        return with(other, (one, two) -> one / two);
    }

    private double[] sorted() {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
