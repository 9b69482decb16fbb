package io.prismq.queue.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.domain.port.Backup;
import io.prismq.queue.domain.port.BackupName;
import io.prismq.queue.domain.port.BackupVault;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.testing.Tasks;
import org.junit.jupiter.api.Test;

/** What every vault has to keep. */
public abstract class BackupVaultContract {
    /** An empty vault; the same one in one test. */
    protected abstract BackupVault vault();

    @Test
    void listsWhatWasMadeNewestFirst() {
        assertThat(vault().list()).isEmpty();
        assertThat(vault().newest()).isEmpty();

        Backup first = vault().create(name(1));
        Backup third = vault().create(name(3));
        Backup second = vault().create(name(2));

        assertThat(vault().list()).containsExactly(third, second, first);
        assertThat(vault().newest()).contains(third);
    }

    @Test
    void tellsWhatItMade() {
        Backup made = vault().create(name(1));

        assertThat(made.name()).isEqualTo(name(1));
        assertThat(made.bytes()).isPositive();
        assertThat(made.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void refusesANameThatIsTaken() {
        Backup made = vault().create(name(1));

        assertThatThrownBy(() -> vault().create(name(1))).isInstanceOf(TaskStoreException.class);
        assertThat(vault().list()).containsExactly(made);
    }

    @Test
    void keepsTheNewest() {
        vault().create(name(1));
        Backup second = vault().create(name(2));
        Backup third = vault().create(name(3));

        vault().prune(2);
        vault().prune(5);

        assertThat(vault().list()).containsExactly(third, second);
    }

    private BackupName name(int second) {
        return new BackupName(vault().database(), Tasks.NOW.plusSeconds(second));
    }
}
