package io.prismq.queue.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriorityDrawTest {
    private static final int DRAWS = 200_000;
    private static final double ALMOST_ONE = Math.nextDown(1.0);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.999})
    void takesTheOnlyLevelWhateverChanceSays(double chance) {
        assertThat(PriorityDraw.among(levels(7), chance)).isEqualTo(new Priority(7));
    }

    /** Weights 1/2, 1/4 and 1/8, of which the sum is 7/8. */
    @Test
    void dividesChanceByWeight() {
        List<Priority> levels = levels(1, 3, 7);

        assertThat(PriorityDraw.among(levels, 0)).isEqualTo(new Priority(1));
        assertThat(PriorityDraw.among(levels, 4 / 7.0 - 1e-9)).isEqualTo(new Priority(1));
        assertThat(PriorityDraw.among(levels, 4 / 7.0 + 1e-9)).isEqualTo(new Priority(3));
        assertThat(PriorityDraw.among(levels, 6 / 7.0 - 1e-9)).isEqualTo(new Priority(3));
        assertThat(PriorityDraw.among(levels, 6 / 7.0 + 1e-9)).isEqualTo(new Priority(7));
        assertThat(PriorityDraw.among(levels, ALMOST_ONE)).isEqualTo(new Priority(7));
    }

    /** The weights are summed in floating point: whatever the rounding, the last level takes what is left. */
    @Test
    void findsALevelAtBothEndsOfChanceHoweverManyThereAre() {
        List<Priority> levels = new ArrayList<>();
        for (int value = Priority.MIN; value <= Priority.MAX; value++) {
            levels.add(new Priority(value));
            assertThat(PriorityDraw.among(levels, 0)).isEqualTo(new Priority(Priority.MIN));
            assertThat(PriorityDraw.among(levels, ALMOST_ONE)).isEqualTo(new Priority(value));
        }
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void drawsEachLevelByItsWeight(List<Priority> levels, double bound) {
        Random random = new Random(20_260_101);
        Map<Priority, Integer> drawn = new HashMap<>();
        for (int n = 0; n < DRAWS; n++) {
            drawn.merge(PriorityDraw.among(levels, random.nextDouble()), 1, Integer::sum);
        }

        double sum = levels.stream().mapToDouble(PriorityDrawTest::weight).sum();
        double chiSquare = levels.stream()
                .mapToDouble(level -> {
                    double expected = DRAWS * weight(level) / sum;
                    double off = drawn.getOrDefault(level, 0) - expected;
                    return off * off / expected;
                })
                .sum();
        assertThat(chiSquare).isLessThan(bound);
    }

    /** The bounds are those of chi-square at the 0.999 quantile, for one degree of freedom less than there are levels. */
    static Stream<Arguments> mixes() {
        return Stream.of(
                arguments(10.83, 1, 1000),
                arguments(13.82, 1, 2, 3),
                arguments(18.47, 1, 10, 50, 100, 1000),
                arguments(27.88, 5, 6, 7, 8, 100, 200, 300, 400, 500, 600));
    }

    private static Arguments arguments(double bound, int... values) {
        return Arguments.of(levels(values), bound);
    }

    private static double weight(Priority level) {
        return 1.0 / (level.value() + 1);
    }

    private static List<Priority> levels(int... values) {
        return IntStream.of(values).mapToObj(Priority::new).toList();
    }
}
