package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.TestDatabase.unit;
import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.audit.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the file itself refuses, whoever asks. */
class AuditLogTest {
    private final TestDatabase database;

    AuditLogTest(@TempDir Path directory) {
        database = new TestDatabase(directory.resolve("queue.db"));
    }

    @BeforeEach
    void addThree() {
        database.commit(List.of(unit(tx -> {
            Deed deed = new Deed(BY, Action.LOGIN, null, Outcome.DONE);
            for (int n = 0; n < 3; n++) {
                tx.history().audit().add(NOW, deed);
            }
            return true;
        })));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_log SET actor = 'nobody' WHERE id = 2",
                "UPDATE audit_log SET id = 9 WHERE id = 3",
                "REPLACE INTO audit_log VALUES (2, 0, 'nobody', NULL, 'login', NULL, 'done')",
                "INSERT INTO audit_log VALUES (1, 0, 'nobody', NULL, 'login', NULL, 'done')",
                "INSERT INTO audit_log VALUES (0, 0, 'nobody', NULL, 'login', NULL, 'done')",
                "DELETE FROM audit_log WHERE id = 2",
                "DELETE FROM audit_log WHERE id = 3"
            })
    void isNotChanged(String statement) {
        List<String> before = rows();

        assertThatThrownBy(() -> database.session().execute(statement)).isInstanceOf(IllegalStateException.class);

        assertThat(rows()).isEqualTo(before).hasSize(3);
    }

    @Test
    void isForgottenFromItsBeginning() {
        database.session().execute("DELETE FROM audit_log WHERE id <= 2");

        assertThat(rows()).hasSize(1);
    }

    private List<String> rows() {
        return database.session().ask("SELECT id || actor FROM audit_log", Row::text);
    }
}
