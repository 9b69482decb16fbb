package io.prismq.queue.adapter.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundTest {
    private static final Instant NOW = Tasks.NOW;

    private final Bound bound = new Bound();
    private final List<String> told = new ArrayList<>();

    @Test
    void eachKindHasItsLinesInEachSecond() {
        assertThat(admitted("failed", NOW, 50)).isEqualTo(Bound.MOST_PER_SECOND);
        assertThat(admitted("timed out", NOW, 50)).isEqualTo(Bound.MOST_PER_SECOND);
        assertThat(admitted("failed", NOW.plusSeconds(1), 5)).isEqualTo(5);
    }

    @Test
    void whatWasLeftOutIsToldOnceAMinute() {
        admitted("failed", NOW, 25);

        tellAt(NOW.plus(Bound.TOLD_EVERY).minusMillis(1));
        assertThat(told).isEmpty();

        tellAt(NOW.plus(Bound.TOLD_EVERY));
        tellAt(NOW.plus(Bound.TOLD_EVERY));
        assertThat(told).containsExactly("failed 5");
    }

    @Test
    void aClockThatWasSetBackKeepsNothingBack() {
        admitted("failed", NOW, 25);

        tellAt(NOW.minus(Duration.ofHours(1)));
        assertThat(told).containsExactly("failed 5");
    }

    private long admitted(String kind, Instant now, int lines) {
        long admitted = 0;
        for (int line = 0; line < lines; line++) {
            admitted += bound.admits(kind, now) ? 1 : 0;
        }
        return admitted;
    }

    private void tellAt(Instant now) {
        bound.tellIfDue(now, (kind, lines) -> told.add(kind + " " + lines));
    }
}
