package io.prismq.queue.adapter.worker.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.testing.SettableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StallWatchTest {
    private final SettableClock clock = new SettableClock();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final StallWatch watch = new StallWatch(clock, nanos::get);

    @Test
    void five_seconds_are_no_stall() {
        pass(StallWatch.LIMIT, StallWatch.LIMIT);

        assertThat(watch.sinceLastAsked()).isFalse();
    }

    @Test
    void a_process_that_stood_still_is_noticed() {
        pass(StallWatch.LIMIT.plusMillis(1), StallWatch.LIMIT.plusMillis(1));

        assertThat(watch.sinceLastAsked()).isTrue();
    }

    @Test
    void a_suspended_machine_is_noticed_by_the_clock() {
        pass(Duration.ofHours(8), Duration.ZERO);

        assertThat(watch.sinceLastAsked()).isTrue();
    }

    @Test
    void a_clock_that_was_set_back_hides_nothing() {
        pass(Duration.ofHours(-1), Duration.ofSeconds(6));

        assertThat(watch.sinceLastAsked()).isTrue();
    }

    @Test
    void a_clock_that_was_set_back_is_no_stall() {
        pass(Duration.ofHours(-1), Duration.ofSeconds(1));

        assertThat(watch.sinceLastAsked()).isFalse();
    }

    @Test
    void a_stall_is_noticed_once() {
        pass(Duration.ofHours(1), Duration.ofHours(1));
        watch.sinceLastAsked();

        assertThat(watch.sinceLastAsked()).isFalse();
    }

    private void pass(Duration byClock, Duration steady) {
        clock.advance(byClock);
        nanos.addAndGet(steady.toNanos());
    }
}
