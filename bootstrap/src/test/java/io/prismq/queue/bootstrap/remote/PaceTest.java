package io.prismq.queue.bootstrap.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    @ParameterizedTest
    @CsvSource({"30000, 1000, 10", "10000, 1111, 3", "5000, 1666, 1", "2000, 666, 1", "60, 100, 1"})
    void isAboutASecondAndAThirdOfTheLease(long leaseMillis, long tickMillis, long ticksPerRenewal) {
        Pace pace = Pace.of(Duration.ofMillis(leaseMillis));

        assertThat(pace.tick().toMillis()).isEqualTo(tickMillis);
        assertThat(pace.ticksPerRenewal()).isEqualTo(ticksPerRenewal);
    }
}
