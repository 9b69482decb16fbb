package io.prismq.queue.adapter.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsTest {
    @ParameterizedTest
    @CsvSource({"-1000, 10", "0, 10", "9, 10", "10, 10", "11, 11", "499, 499", "500, 500", "501, 500"})
    void lies_between_its_bounds(long dueInMillis, long waitMillis) {
        assertThat(until(Tasks.NOW.plusMillis(dueInMillis))).hasMillis(waitMillis);
    }

    @ParameterizedTest
    @CsvSource({"+1000000000-12-31T23:59:59.999999999Z, 500", "-1000000000-01-01T00:00:00Z, 10"})
    void is_known_for_the_ends_of_time(Instant due, long waitMillis) {
        assertThat(until(due)).hasMillis(waitMillis);
    }

    private static Duration until(Instant due) {
        return Waits.until(due, Tasks.NOW, Duration.ofMillis(10), Duration.ofMillis(500));
    }
}
