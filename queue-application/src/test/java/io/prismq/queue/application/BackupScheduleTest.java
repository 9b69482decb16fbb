package io.prismq.queue.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.domain.port.BackupName;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.testing.InMemoryBackupVault;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class BackupScheduleTest {
    private static final Duration DAY = Duration.ofHours(24);

    private final SettableClock clock = new SettableClock();
    private final InMemoryBackupVault vault = new InMemoryBackupVault();
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final Backups backups = new Backups(vault, clock, 2, started::add, new Audit(new InMemoryTaskStore(clock)));
    private final BackupSchedule schedule = new BackupSchedule(backups, clock, DAY);

    @Test
    void isDueAtOnceWhereThereIsNone() {
        assertThat(schedule.runDue()).isPositive();
        assertThat(started).hasSize(1);

        assertThat(schedule.runDue()).isPositive();
        assertThat(started).hasSize(1);
    }

    @Test
    void isDueWhenItsTimeHasPassedSinceTheNewestWhoeverMadeIt() {
        vault.create(name(0));

        assertThat(schedule.runDue()).isEqualTo(Duration.ofMinutes(10));
        assertIsNotDueBefore(DAY);
    }

    @Test
    void isTriedAgainLaterEachTimeItFails() {
        vault.failWith(new StoreFullException("full"));
        schedule.runDue();
        finish();
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertIsNotDueBefore(Duration.ofMinutes(minutes));
            finish();
        }
        clock.advance(Duration.ofHours(1));
        vault.failWith(null);
        schedule.runDue();
        finish();
        assertIsNotDueBefore(DAY);
    }

    @Test
    void isNotPutOffForTheLengthOfAJumpOfTheClock() {
        vault.create(name(0));
        clock.set(Tasks.NOW.minus(DAY.multipliedBy(300)));
        assertThat(schedule.runDue()).isPositive();

        assertIsNotDueBefore(DAY);
        finish();
        assertThat(backups.list()).extracting(BackupStatus::name).containsExactly(name(1), name(0));
        assertThat(schedule.runDue()).isPositive();
        assertIsNotDueBefore(DAY);
    }

    @Test
    void countsAlsoWhatWasMadeByHand() {
        vault.create(name(0));
        clock.advance(DAY.minusMillis(1));
        backups.start();
        finish();

        assertIsNotDueBefore(DAY.minusMillis(999));
    }

    @Test
    void needsTimeBetweenTwo() {
        assertThatThrownBy(() -> new BackupSchedule(backups, clock, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertIsNotDueBefore(Duration wait) {
        clock.advance(wait.minusMillis(1));
        assertThat(schedule.runDue()).isEqualTo(Duration.ofMillis(1));
        assertThat(started).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(schedule.runDue()).isPositive();
        assertThat(started).hasSize(1);
    }

    private void finish() {
        started.remove().run();
    }

    private static BackupName name(int second) {
        return new BackupName("queue.db", Tasks.NOW.plusSeconds(second));
    }
}
