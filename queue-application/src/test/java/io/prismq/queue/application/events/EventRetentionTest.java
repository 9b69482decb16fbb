package io.prismq.queue.application.events;

import static io.prismq.queue.application.events.FollowedStore.done;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventRetentionTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock();
    private final FollowedStore store = new FollowedStore();

    @Test
    void forgetsWhatIsOlder() {
        store.insert(aTask(), 3);
        EventRetention retention = new EventRetention(store, clock, DAY, Long.MAX_VALUE);
        forgetAll(retention);
        assertThat(store.events()).hasSize(3);

        clock.advance(DAY);
        forgetAll(retention);

        assertThat(store.events()).isEmpty();
    }

    @Test
    void forgetsWhatIsBeyondTheLatest() {
        store.insert(aTask(), 120);

        forgetAll(new EventRetention(store, clock, DAY, 5));

        assertThat(store.events()).hasSize(5);
    }

    private static void forgetAll(EventRetention retention) {
        int forgotten;
        do {
            forgotten = done(retention.forget());
        } while (forgotten > 0);
    }
}
