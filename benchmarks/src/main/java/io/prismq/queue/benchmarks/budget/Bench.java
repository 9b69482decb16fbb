package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.data.LargeQueue;
import io.prismq.queue.benchmarks.data.Mix;
import io.prismq.queue.benchmarks.side.BareServer;
import io.prismq.queue.benchmarks.side.JavaProcess;
import io.prismq.queue.benchmarks.side.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Where it is measured, and how thoroughly.
 *
 * @param directory on the disk that is measured with
 * @param mainClass which runs the bare server when it is told to
 */
public record Bench(Program program, Path directory, Effort effort, String mainClass) {
    /** Serves a new database. */
    public JavaProcess serveNew(String name, String... options) throws IOException {
        return program.serve(directory.resolve(name + ".db"), options);
    }

    public JavaProcess serve(Path database, String... options) throws IOException {
        return program.serve(database, options);
    }

    public JavaProcess bareServer() throws IOException {
        return BareServer.start(mainClass, directory);
    }

    /** A database with so many tasks; made once in a run, so that whoever asks may find a few more in it. */
    public Path stored(Mix mix, int tasks) throws SQLException {
        Path database = directory.resolve("%s-%d.db".formatted(mix.name().toLowerCase(Locale.ROOT), tasks));
        if (!Files.exists(database)) {
            LargeQueue.fill(database, mix, tasks);
        }
        return database;
    }
}
