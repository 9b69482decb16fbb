package io.prismq.queue.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.benchmarks.report.Budget;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Row.Named;
import io.prismq.queue.benchmarks.report.Series;
import io.prismq.queue.benchmarks.report.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Budget HALF = Budget.atLeast(0.5);
    private static final Budget TWICE = Budget.atMost(2);

    @Test
    void isBrokenForTheGuardAloneWhereARatioIsFarFromItsBudget() {
        assertThat(found(0.34, HALF).isBroken(true)).isTrue();
        assertThat(found(0.34, HALF).isBroken(false)).isFalse();
        assertThat(found(2.9, TWICE).isBroken(true)).isTrue();
        assertThat(found(2.9, TWICE).isBroken(false)).isFalse();
    }

    @Test
    void isWholeWhereARatioMissesItsBudgetByNoise() {
        assertThat(found(0.36, HALF).isBroken(true)).isFalse();
        assertThat(found(2.8, TWICE).isBroken(true)).isFalse();
    }

    @Test
    void isWholeHoweverLongSomethingTook() {
        assertThat(found(1000, Budget.atMost(25, Unit.MILLIS)).isBroken(true)).isFalse();
    }

    @Test
    void isBrokenForEverybodyWhereSomethingCouldNotBeMeasured() {
        assertThat(new Run(List.of(), List.of("P1"), List.of()).isBroken(false)).isTrue();
    }

    private static Run found(double reading, Budget budget) {
        Row row = Row.alone(new Named("P1", "enqueue"), Series.of(reading), budget);
        return new Run(List.of(row), List.of(), List.of());
    }
}
