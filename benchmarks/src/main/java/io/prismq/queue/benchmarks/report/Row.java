package io.prismq.queue.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * A budget and what was found.
 *
 * @param ours what the program does, as text for a person
 * @param other what it is compared with; null where a reading stands alone
 * @param readings of what the budget bounds, in its unit
 */
public record Row(
        String id, String what, String ours, @Nullable String other, Series readings, Budget budget) {
    /** Two sides in one unit, held to the ratio of the first to the second. */
    public static Row compared(Named named, Unit unit, Series ours, Series other, Budget budget) {
        return new Row(
                named.id(),
                named.what(),
                unit.text(ours.median()),
                unit.text(other.median()),
                ours.ratioTo(other),
                budget);
    }

    /** A reading without another side. */
    public static Row alone(Named named, Series readings, Budget budget) {
        return new Row(named.id(), named.what(), budget.unit().text(readings.median()), null, readings, budget);
    }

    public boolean isMet() {
        return budget.isMetBy(readings.median());
    }

    public boolean isAlarming() {
        return budget.isGuardedAgainst(readings.median());
    }

    public String reading() {
        return budget.unit().text(readings.median());
    }

    public String spread() {
        return budget.unit().text(readings.lowest()) + " - " + budget.unit().text(readings.highest());
    }

    /** What a row is about. */
    public record Named(String id, String what) {}
}
