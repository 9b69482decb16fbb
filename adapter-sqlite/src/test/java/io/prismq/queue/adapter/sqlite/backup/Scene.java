package io.prismq.queue.adapter.sqlite.backup;

import static io.prismq.queue.domain.testing.Tasks.aTask;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.domain.port.BackupName;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sqlite.JDBC;

/** A directory with databases and backups, and the short ways to them. */
record Scene(Path directory) {
    static final BackupName NAME = new BackupName("queue.db", Tasks.NOW);

    Path database() {
        return directory.resolve("queue.db");
    }

    Path backups() {
        return directory.resolve("backups");
    }

    Path backup() {
        return directory.resolve("copy.db");
    }

    SqliteTaskStore open() {
        return SqliteTaskStore.open(SqliteSettings.of(database()), () -> Tasks.NOW);
    }

    /** A database with so many tasks, of which nothing stands in a log. */
    Scene holding(int tasks) {
        try (SqliteTaskStore store = open()) {
            insert(store, tasks);
        }
        new SingleFile(database()).settle();
        return this;
    }

    static void insert(SqliteTaskStore store, int tasks) {
        store.write(tx -> IntStream.range(0, tasks)
                        .mapToObj(number -> tx.insert(aTask().build()))
                        .toList())
                .toCompletableFuture()
                .join();
    }

    /** Puts a database of so many tasks where another was, whose backup this was. */
    Scene replacedBy(int tasks) {
        try {
            Files.deleteIfExists(database());
            return holding(tasks);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    Restored restore() {
        return restore(new Disk());
    }

    Restored restore(Disk disk) {
        return new SqliteRestore(database(), () -> Tasks.NOW, disk).restore(backup(), Optional.empty());
    }

    <R> R ask(Function<TaskReads, R> question) {
        try (SqliteTaskStore store = open()) {
            return store.read(question);
        }
    }

    /** How many tasks the database holds, which must be sound. */
    long tasks() {
        return new SingleFile(database()).verify();
    }

    /** The same files in another directory, without the lock. */
    Scene copyTo(Path other) throws IOException {
        Files.createDirectory(other);
        for (String name : files()) {
            if (!name.endsWith(".lock")) {
                Files.copy(directory.resolve(name), other.resolve(name));
            }
        }
        return new Scene(other);
    }

    Task insertedNext() {
        try (SqliteTaskStore store = open()) {
            return store.write(tx -> tx.insert(aTask().build()))
                    .toCompletableFuture()
                    .join();
        }
    }

    void checksum(Path file) {
        try {
            Files.writeString(Checksum.fileOf(file), Checksum.line(Checksum.of(file), file));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    static void execute(Path file, String sql) {
        try (var connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
    }

    List<String> files() {
        return names(directory);
    }

    static List<String> names(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
