package io.prismq.queue.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetTest {
    @Test
    void isMetOnItsSideOfTheLimit() {
        assertThat(Budget.atLeast(0.7).isMetBy(0.7)).isTrue();
        assertThat(Budget.atLeast(0.7).isMetBy(0.69)).isFalse();
        assertThat(Budget.atMost(1.5).isMetBy(1.5)).isTrue();
        assertThat(Budget.atMost(1.5).isMetBy(1.51)).isFalse();
    }

    @Test
    void theGuardCallsBelowSeventyPercentOfWhatIsToBeReached() {
        assertThat(Budget.atLeast(0.5).isGuardedAgainst(0.36)).isFalse();
        assertThat(Budget.atLeast(0.5).isGuardedAgainst(0.34)).isTrue();
    }

    @Test
    void theGuardCallsWhereSeventyPercentOfAReadingWouldBeTooMuch() {
        assertThat(Budget.atMost(1.4).isGuardedAgainst(1.99)).isFalse();
        assertThat(Budget.atMost(1.4).isGuardedAgainst(2.01)).isTrue();
    }

    @Test
    void theGuardLooksAtNothingAbsolute() {
        assertThat(Budget.atMost(25, Unit.MILLIS).isGuardedAgainst(1000)).isFalse();
        assertThat(Budget.atMost(350, Unit.MEBIBYTES).isGuardedAgainst(1000)).isFalse();
    }
}
