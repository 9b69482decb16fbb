package io.prismq.queue.domain.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.domain.testing.Tasks;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupNameTest {
    private static final BackupName NAME = new BackupName(Tasks.NOW);

    @Test
    void isReadAsItIsWritten() {
        assertThat(NAME.text()).isEqualTo("queue-20260101T000000Z.db");
        assertThat(BackupName.parse(NAME.text())).contains(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "queue.db", "queue-20260101T000000Z", "queue-20260141T000000Z.db", "../queue.db"})
    void isNothingElse(String text) {
        assertThat(BackupName.parse(text)).isEmpty();
    }

    @Test
    void isOfNowWhereThatIsLaterThanTheNewest() {
        assertThat(BackupName.after(Optional.empty(), Tasks.NOW.plusMillis(999)))
                .isEqualTo(NAME);
        assertThat(BackupName.after(Optional.of(NAME), Tasks.NOW.plusSeconds(7)).takenAt())
                .isEqualTo(Tasks.NOW.plusSeconds(7));
    }

    @Test
    void risesThoughTheClockDoesNot() {
        assertThat(BackupName.after(Optional.of(NAME), Tasks.NOW.minusSeconds(3600)))
                .isEqualTo(new BackupName(Tasks.NOW.plusSeconds(1)))
                .isGreaterThan(NAME);
    }

    @Test
    void isOfAWholeSecond() {
        assertThatThrownBy(() -> new BackupName(Tasks.NOW.plusMillis(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
