package io.prismq.queue.adapter.sqlite.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreClosedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final long MUCH = 1000;
    private static final Duration AT_ONCE = Duration.ZERO;

    private final Inbox inbox = new Inbox(3, 100);

    @Test
    void refusesMoreUnitsThanItHasPlacesFor() {
        for (int place = 0; place < 3; place++) {
            inbox.put(holding(0));
        }

        assertThatThrownBy(() -> inbox.put(holding(0)))
                .isInstanceOf(StoreBusyException.class)
                .hasMessageContaining("3 writes");
    }

    @Test
    void refusesWhatWouldHoldTooMuch() {
        inbox.put(holding(60));

        assertThatThrownBy(() -> inbox.put(holding(41)))
                .isInstanceOf(StoreBusyException.class)
                .hasMessageContaining("100 bytes");
        inbox.put(holding(40));
    }

    @Test
    void takesAUnitLargerThanItsBoundWhenNothingElseWaits() {
        inbox.put(holding(1000));

        assertThatThrownBy(() -> inbox.put(holding(1))).isInstanceOf(StoreBusyException.class);
    }

    @Test
    void hasRoomAgainForWhatWasTaken() throws InterruptedException {
        inbox.put(holding(100));
        assertThat(inbox.take(10, MUCH, AT_ONCE)).hasSize(1);

        inbox.put(holding(100));

        assertThat(inbox.take(10, MUCH, AT_ONCE)).hasSize(1);
    }

    @Test
    void givesNoMoreThanWanted() throws InterruptedException {
        inbox.put(holding(0));
        inbox.put(holding(0));

        assertThat(inbox.take(1, MUCH, AT_ONCE)).hasSize(1);
        assertThat(inbox.isEmpty()).isFalse();
    }

    @Test
    void endsWithTheUnitThatBringsItToItsBytes() throws InterruptedException {
        for (int unit = 0; unit < 3; unit++) {
            inbox.put(holding(30));
        }

        assertThat(inbox.take(10, 40, AT_ONCE)).hasSize(2);
        assertThat(inbox.take(10, 40, AT_ONCE)).hasSize(1);
    }

    @Test
    void refusesEverythingOnceClosedButGivesWhatWaits() throws InterruptedException {
        inbox.put(holding(0));
        inbox.close();

        assertThatThrownBy(() -> inbox.put(holding(0))).isInstanceOf(StoreClosedException.class);
        assertThat(inbox.take(10, MUCH, AT_ONCE)).hasSize(1);
    }

    private static WriteUnit<String> holding(long bytes) {
        return new WriteUnit<>(tx -> "done", bytes);
    }
}
