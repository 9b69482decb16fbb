package io.prismq.queue.benchmarks.jmh;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.benchmarks.data.LargeQueue;
import io.prismq.queue.benchmarks.data.Mix;
import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.SystemClock;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From rows to tasks: one by its id, and the ten that a worker of three types is offered first. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StoreReadBenchmark {
    private static final int TASKS = 10_000;

    private final ClaimCriteria wanted = ClaimCriteria.of(
            new Skills(
                    Set.of(new TaskType("mail.kind-01"), new TaskType("mail.kind-02"), new TaskType("mail.kind-03")),
                    Capabilities.NONE),
            10);
    private @Nullable Stored stored;
    private long id;

    /** A store, and where its files are. */
    private record Stored(Path directory, SqliteTaskStore store) {}

    @Setup
    public void fill() throws IOException, SQLException {
        Path directory = Files.createTempDirectory("prismq-jmh");
        Path database = directory.resolve("queue.db");
        LargeQueue.fill(database, Mix.VARIED, TASKS);
        stored = new Stored(directory, SqliteTaskStore.open(SqliteSettings.of(database), new SystemClock()));
    }

    @Benchmark
    public Optional<StoredTask> load() {
        id = id % TASKS + 1;
        return store().read(reads -> reads.load(new TaskId(id)));
    }

    @Benchmark
    public List<StoredTask> offer() {
        return store().read(reads -> reads.offers().claimable(wanted));
    }

    @TearDown
    public void close() throws IOException {
        store().close();
        try (Stream<Path> files = Files.list(Objects.requireNonNull(stored).directory())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(Objects.requireNonNull(stored).directory());
    }

    private SqliteTaskStore store() {
        return Objects.requireNonNull(stored).store();
    }
}
