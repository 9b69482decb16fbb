package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForesightTest {
    private static final Slots OPEN = new Slots(4, Map.of(), null);

    private final Foresight foresight = new Foresight(OPEN);

    @Test
    void sees_nothing_before_anything_ran() {
        assertThat(foresight.ahead()).isZero();
    }

    @Test
    void sees_what_the_slots_begin_within_twenty_milliseconds() {
        ran(500, Duration.ofMillis(1));

        assertThat(foresight.ahead()).isBetween(75, 80);
    }

    @Test
    void sees_no_further_than_a_commit_shares() {
        ran(500, Duration.ofNanos(1));

        assertThat(foresight.ahead()).isEqualTo(250);
    }

    @Test
    void sees_nothing_where_tasks_are_long() {
        ran(500, Duration.ofNanos(1));
        ran(1, Duration.ofSeconds(10));

        assertThat(foresight.ahead()).isZero();
    }

    @Test
    void sees_what_it_is_told_to() {
        Foresight told = new Foresight(new Slots(4, Map.of(), 7));
        ran(500, Duration.ofNanos(1));

        assertThat(told.ahead()).isEqualTo(7);
    }

    @Test
    void begins_anew_where_it_erred() {
        ran(500, Duration.ofNanos(1));
        foresight.erred();

        assertThat(foresight.ahead()).isZero();
    }

    private void ran(int times, Duration took) {
        for (int n = 0; n < times; n++) {
            foresight.ran(took);
        }
    }
}
