package io.prismq.queue.bootstrap.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.Durability;
import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seed is the name of the test: the same seed does the same again. */
class ModelTest {
    private static final int OPERATIONS = 500;

    @TempDir
    private static Path directory;

    static LongStream seeds() {
        long first = Long.getLong("prismq.model.first", 1);
        return LongStream.range(first, first + Long.getLong("prismq.model.seeds", 100));
    }

    /** An empty database to copy: to create one takes longer than to use it. */
    @BeforeAll
    static void createEmptyDatabase() {
        SqliteTaskStore.open(settings(directory.resolve("empty.db")), new SettableClock())
                .close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersAsTheModelDoes(long seed) throws Exception {
        Path file = directory.resolve(seed + ".db");
        Files.copy(directory.resolve("empty.db"), file);
        SettableClock clock = new SettableClock();
        try (SqliteTaskStore sqlite = SqliteTaskStore.open(settings(file), clock)) {
            Queue real = new Queue(sqlite, clock, seed);
            SettableClock modelClock = new SettableClock();
            Queue model = new Queue(new InMemoryTaskStore(modelClock), modelClock, seed);
            Script script = new Script(seed);
            for (int number = 1; number <= OPERATIONS; number++) {
                Operation operation = script.next(clock.now());
                Object expected = compare(number, operation, real, model);
                if (expected != null) {
                    script.heard(expected);
                }
            }
            compare(OPERATIONS, new Operation.Overview(), real, model);
            for (long id = 1; id <= OPERATIONS; id++) {
                compare(OPERATIONS, new Operation.Look(new TaskId(id), 0, 2000), real, model);
            }
        }
        Files.delete(file);
    }

    private static @Nullable Object compare(int number, Operation operation, Queue real, Queue model) throws Exception {
        Object expected = operation.on(model);
        assertThat(operation.on(real)).as("operation %d: %s", number, operation).isEqualTo(expected);
        return expected;
    }

    /** Not about crashes: without a wait for the disk at each commit. */
    private static SqliteSettings settings(Path path) {
        SqliteSettings shipped = SqliteSettings.of(path);
        return new SqliteSettings(path, Durability.NORMAL, 1, shipped.maxWaitingWrites(), shipped.maxWaitingBytes());
    }
}
