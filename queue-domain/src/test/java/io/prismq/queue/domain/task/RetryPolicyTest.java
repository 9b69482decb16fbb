package io.prismq.queue.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double MIDDLE = 0.5;

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4", "4,8", "9,256", "10,300", "100,300"})
    void doublesFromOneSecondToFiveMinutesWhereNobodySays(int attempt, long seconds) {
        assertThat(RetryPolicy.DEFAULT.delayAfter(attempt, MIDDLE)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0,900", "0.25,950", "0.5,1000", "0.75,1050", "0.9999999,1100"})
    void movesByTenPercentWhereNobodySays(double chance, long millis) {
        assertThat(RetryPolicy.DEFAULT.delayAfter(1, chance)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void movesTheLongestWaitToo() {
        RetryPolicy policy = new RetryPolicy(SECOND, 2, MINUTE, 0.5);

        assertThat(policy.delayAfter(50, 0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(policy.delayAfter(50, 0.75)).isEqualTo(Duration.ofSeconds(75));
    }

    @Test
    void staysTheSameWithAFactorOfOneAndNoJitter() {
        RetryPolicy policy = new RetryPolicy(SECOND, 1, SECOND, 0);

        assertThat(policy.delayAfter(1, 0)).isEqualTo(SECOND);
        assertThat(policy.delayAfter(100, 0.99)).isEqualTo(SECOND);
    }

    @Test
    void mayBeNoWaitAtAll() {
        RetryPolicy policy = new RetryPolicy(Duration.ZERO, 1e10, MINUTE, 1);

        assertThat(policy.delayAfter(1, MIDDLE)).isZero();
        assertThat(policy.delayAfter(100, MIDDLE)).isZero();
    }

    @Test
    void staysBoundedWhereThePowerIsBeyondEveryNumber() {
        assertThat(new RetryPolicy(SECOND, 1e10, MINUTE, 0).delayAfter(100, MIDDLE))
                .isEqualTo(MINUTE);
    }

    @Test
    void hasALongestWaitThatIsNotShorterThanItsFirst() {
        assertThat(new RetryPolicy(MINUTE, 2, MINUTE, 0).delayAfter(2, MIDDLE)).isEqualTo(MINUTE);
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(MINUTE, 2, SECOND, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(SECOND.negated(), 2, SECOND, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, -1, Double.NaN})
    void hasAFactorOfAtLeastOne(double factor) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(SECOND, factor, MINUTE, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void hasAJitterBetweenNoneAndAll(double jitter) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(SECOND, 2, MINUTE, jitter));
    }
}
