package io.prismq.queue.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void theMedianIsTheOneInTheMiddle() {
        assertThat(Series.of(9, 1, 5).median()).isEqualTo(5);
        assertThat(Series.of(9, 1, 5, 6).median()).isEqualTo(5.5);
        assertThat(Series.of(7).median()).isEqualTo(7);
    }

    @Test
    void theSpreadReachesFromTheLowestToTheHighest() {
        Series series = Series.of(3, 10, 2);

        assertThat(series.lowest()).isEqualTo(2);
        assertThat(series.highest()).isEqualTo(10);
    }

    @Test
    void ratiosAreOfReadingsThatWereTakenTogether() {
        Series ratios = Series.of(10, 30, 8).ratioTo(Series.of(5, 10, 8));

        assertThat(ratios.values()).containsExactly(2.0, 3.0, 1.0);
        assertThat(ratios.median()).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> ratios.ratioTo(Series.of(1)));
    }

    @Test
    void needsAReading() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Series(List.of()));
    }
}
