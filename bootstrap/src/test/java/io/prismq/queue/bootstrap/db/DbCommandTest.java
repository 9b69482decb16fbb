package io.prismq.queue.bootstrap.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DbCommandTest {
    private final StringWriter out = new StringWriter();
    private final Path path;

    DbCommandTest(@TempDir Path directory) {
        path = directory.resolve("queue.db");
    }

    @BeforeEach
    void storeATask() {
        try (SqliteTaskStore store = open()) {
            store.write(tx -> tx.insert(Tasks.aTask().build()))
                    .toCompletableFuture()
                    .join();
        }
    }

    @Test
    void findsASoundDatabaseSound() {
        assertThat(run("check")).isZero();
        assertThat(out).hasToString("The database is sound." + System.lineSeparator());
    }

    @Test
    void tellsTheFaultsOfADatabaseThatHasSome() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(4096 * 5);
            file.write(new byte[4096]);
        }

        assertThat(run("check")).isEqualTo(1);
        assertThat(out.toString()).contains("page ", "The database has faults.");
    }

    @Test
    void tellsProgramsHowLargeADatabaseIs() {
        assertThat(run("stats", "--json")).isZero();

        JsonNode printed = new JsonMapper().readTree(out.toString());
        assertThat(printed.at("/sizes/file_bytes").asLong()).isPositive();
        assertThat(printed.at("/tasks/queued").asLong()).isEqualTo(1);
        assertThat(printed.at("/rows/task").asLong()).isEqualTo(1);
    }

    @Test
    void tellsPeopleHowLargeADatabaseIs() {
        assertThat(run("stats")).isZero();

        assertThat(out.toString())
                .contains("tasks by status")
                .containsPattern("queued +1")
                .contains("free pages");
    }

    @Test
    void vacuumsNothingThatIsInUse() {
        try (SqliteTaskStore store = open()) {
            assertThatThrownBy(() -> run("vacuum")).hasCauseInstanceOf(StoreBusyException.class);
            assertThat(store.quickCheck()).isEmpty();
        }
        assertThat(run("vacuum")).isZero();
    }

    @Test
    void looksAtNothingThatIsNotThere() {
        Path missing = path.resolveSibling("missing.db");
        CommandLine check = commandLine();

        assertThatThrownBy(() -> check.execute("check", "--db", missing.toString()))
                .hasCauseInstanceOf(StoreReadOnlyException.class);
        assertThat(missing).doesNotExist();
    }

    private int run(String command, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = command;
        arguments[1] = "--db";
        arguments[2] = path.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return commandLine().execute(arguments);
    }

    /** What fails is for the test to see. */
    private CommandLine commandLine() {
        return new CommandLine(new DbCommand())
                .setOut(new PrintWriter(out))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    throw new AssertionError(failure);
                });
    }

    private SqliteTaskStore open() {
        return SqliteTaskStore.open(SqliteSettings.of(path), () -> Tasks.NOW);
    }
}
