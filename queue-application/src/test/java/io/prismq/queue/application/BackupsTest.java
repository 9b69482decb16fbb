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
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class BackupsTest {
    private final StoreFullException full = new StoreFullException("full");
    private final SettableClock clock = new SettableClock();
    private final InMemoryBackupVault vault = new InMemoryBackupVault();
    private final InMemoryTaskStore store = new InMemoryTaskStore(clock);
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final Backups backups = new Backups(vault, clock, 2, started::add, new Audit(store));

    @Test
    void isListedAsRunningUntilItIsDone() {
        BackupStatus.Running running = backups.start().orElseThrow();

        assertThat(backups.list()).containsExactly(running);
        finish();
        assertThat(backups.list())
                .containsExactly(new BackupStatus.Done(vault.list().get(0)));
        assertThat(backups.get(running.name()))
                .isEqualTo(backups.list().stream().findFirst());
    }

    @Test
    void isMadeOneAtATime() {
        backups.start();

        assertThat(backups.start()).isEmpty();
        finish();
        assertThat(backups.start()).isPresent();
    }

    @Test
    void keepsTheNewest() {
        for (int times = 0; times < 4; times++) {
            make();
        }

        assertThat(backups.list()).extracting(BackupStatus::name).containsExactly(name(3), name(2));
    }

    @Test
    void isListedAsFailedUntilOneIsMade() {
        vault.failWith(full);
        make();

        assertThat(backups.list()).containsExactly(new BackupStatus.Failed(name(0), clock.now(), full));
        vault.failWith(null);
        make();
        assertThat(backups.list()).extracting(BackupStatus::name).containsExactly(name(1));
    }

    @Test
    void keepsAtLeastOne() {
        assertThatThrownBy(() -> new Backups(vault, clock, 0, started::add, new Audit(store)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasOneCase() {
        backups.start();
        assertThat(kind()).isEqualTo("running");
        finish();
        assertThat(kind()).isEqualTo("done");
        vault.failWith(full);
        make();
        assertThat(kind()).isEqualTo("failed");
    }

    private String kind() {
        return backups.list().get(0).fold(running -> "running", done -> "done", failed -> "failed");
    }

    private void make() {
        backups.start();
        finish();
    }

    private void finish() {
        started.remove().run();
    }

    private static BackupName name(int second) {
        return new BackupName("queue.db", Tasks.NOW.plusSeconds(second));
    }
}
