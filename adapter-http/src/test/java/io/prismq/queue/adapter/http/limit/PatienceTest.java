package io.prismq.queue.adapter.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void growsWithABodyAndHasAnEnd() {
        Limits.Patience patience = Limits.Patience.DEFAULT;

        assertThat(patience.forBody(0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(patience.forBody(10 << 10)).isEqualTo(Duration.ofSeconds(30));
        assertThat(patience.forBody(16 << 20)).isEqualTo(Duration.ofMinutes(5));
    }
}
