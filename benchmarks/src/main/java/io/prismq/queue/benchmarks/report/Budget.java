package io.prismq.queue.benchmarks.report;

/** What a reading has to keep to. */
public record Budget(Bound bound, double limit, Unit unit) {
    /** How far beyond its budget a ratio may be before the guard calls: noise of a shared machine is let through. */
    private static final double TOLERANCE = 0.7;

    /** On which side of the limit it is good to be. */
    public enum Bound {
        AT_LEAST,
        AT_MOST
    }

    public static Budget atLeast(double ratio) {
        return new Budget(Bound.AT_LEAST, ratio, Unit.RATIO);
    }

    public static Budget atMost(double ratio) {
        return atMost(ratio, Unit.RATIO);
    }

    public static Budget atMost(double limit, Unit unit) {
        return new Budget(Bound.AT_MOST, limit, unit);
    }

    public boolean isMetBy(double reading) {
        return bound == Bound.AT_LEAST ? reading >= limit : reading <= limit;
    }

    /** Whether the guard calls. It looks at ratios alone: a time says as much about the machine. */
    public boolean isGuardedAgainst(double reading) {
        double limitOfGuard = bound == Bound.AT_LEAST ? limit * TOLERANCE : limit / TOLERANCE;
        return unit == Unit.RATIO && !new Budget(bound, limitOfGuard, unit).isMetBy(reading);
    }

    public String text() {
        return (bound == Bound.AT_LEAST ? ">= " : "<= ") + unit.text(limit);
    }
}
