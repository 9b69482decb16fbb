package io.prismq.queue.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void aShareIsAnsweredWithinATime() {
        LongStream.rangeClosed(1, 2000).map(n -> 2001 - n).forEach(millis -> latencies.add(millis * 1_000_000));

        assertThat(latencies.millis(0.5)).isEqualTo(1000);
        assertThat(latencies.millis(0.99)).isEqualTo(1980);
        assertThat(latencies.millis(1)).isEqualTo(2000);
    }

    @Test
    void whatComesLaterCounts() {
        latencies.add(5_000_000);
        assertThat(latencies.millis(0.5)).isEqualTo(5);

        latencies.add(1_000_000);

        assertThat(latencies.millis(0.5)).isEqualTo(1);
    }

    @Test
    void nothingHasNoTime() {
        assertThatThrownBy(() -> latencies.millis(0.5)).isInstanceOf(LoadException.class);
    }
}
