package io.prismq.queue.bootstrap.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
    @ParameterizedTest
    @CsvSource({
        "PT-5S, 0s",
        "PT0.9S, 0s",
        "PT119S, 119s",
        "PT2M, 2m",
        "PT119M59S, 119m",
        "PT2H, 2h",
        "PT47H, 47h",
        "P2D, 2d"
    })
    void areShort(Duration age, String words) {
        assertThat(Ages.of(age)).isEqualTo(words);
    }
}
