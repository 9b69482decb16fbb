package io.prismq.queue.domain.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.domain.testing.Tasks;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupNameTest {
    private static final String DATABASE = "queue.db";
    private static final BackupName NAME = new BackupName(DATABASE, Tasks.NOW);

    @Test
    void isReadAsItIsWritten() {
        assertThat(NAME.text()).isEqualTo("queue-20260101T000000Z.db");
        assertThat(BackupName.parse(NAME.text())).contains(NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "q.db, q-20260101T000000Z.db",
        "q, q-20260101T000000Z",
        "q.sqlite, q.sqlite-20260101T000000Z",
        ".db, .db-20260101T000000Z",
        "my-queue.db, my-queue-20260101T000000Z.db",
        "q-20260101T000000Z.db, q-20260101T000000Z-20260101T000000Z.db"
    })
    void tellsTheDatabasesOfADirectoryApart(String database, String text) {
        BackupName name = new BackupName(database, Tasks.NOW);

        assertThat(name.text()).isEqualTo(text);
        assertThat(BackupName.parse(text)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "queue.db",
                "-20260101T000000Z.db",
                "queue-20260101T000000Z.db.part",
                "queue-20260141T000000Z.db",
                "../queue.db"
            })
    void isNothingElse(String text) {
        assertThat(BackupName.parse(text)).isEmpty();
    }

    @Test
    void isOfNowWhereThatIsLaterThanTheNewest() {
        assertThat(BackupName.after(Optional.empty(), DATABASE, Tasks.NOW.plusMillis(999)))
                .isEqualTo(NAME);
        assertThat(BackupName.after(Optional.of(NAME), DATABASE, Tasks.NOW.plusSeconds(7))
                        .takenAt())
                .isEqualTo(Tasks.NOW.plusSeconds(7));
    }

    @Test
    void risesThoughTheClockDoesNot() {
        assertThat(BackupName.after(Optional.of(NAME), DATABASE, Tasks.NOW.minusSeconds(3600)))
                .isEqualTo(new BackupName(DATABASE, Tasks.NOW.plusSeconds(1)))
                .isGreaterThan(NAME);
    }

    @Test
    void isOfAWholeSecond() {
        assertThatThrownBy(() -> new BackupName(DATABASE, Tasks.NOW.plusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
