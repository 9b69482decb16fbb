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

/** Where it is measured, how thoroughly, and what the budgets share. */
public final class Bench implements AutoCloseable {
    private final Program program;
    private final Path directory;
    private final Effort effort;
    private final String mainClass;
    private final Warm ours = new Warm();
    private final Warm bare = new Warm();

    /**
     * Nothing runs yet.
     *
     * @param directory on the disk that is measured with
     * @param mainClass which runs the bare server when it is told to
     */
    public Bench(Program program, Path directory, Effort effort, String mainClass) {
        this.program = program;
        this.directory = directory;
        this.effort = effort;
        this.mainClass = mainClass;
    }

    public Path directory() {
        return directory;
    }

    public Effort effort() {
        return effort;
    }

    /** Serves a new database. */
    public JavaProcess serveNew(String name, String... options) throws IOException {
        return program.serve(directory.resolve(name + ".db"), options);
    }

    public JavaProcess serve(Path database, String... options) throws IOException {
        return program.serve(database, options);
    }

    /** The program with nothing set, warm from single enqueues; one for all that ask, until the run ends. */
    JavaProcess warmProgram() throws IOException, SQLException {
        return ours.server(effort, () -> serveNew("enqueue"));
    }

    /** The server that stores nothing, warm from the same; one for all that ask, until the run ends. */
    JavaProcess warmBareServer() throws IOException, SQLException {
        return bare.server(effort, () -> BareServer.start(mainClass, directory));
    }

    /** A database with so many tasks; made once in a run, so that whoever asks may find a few more in it. */
    public Path stored(Mix mix, int tasks) throws SQLException {
        Path database = directory.resolve("%s-%d.db".formatted(mix.name().toLowerCase(Locale.ROOT), tasks));
        if (!Files.exists(database)) {
            LargeQueue.fill(database, mix, tasks);
        }
        return database;
    }

    /** Ends what was shared. */
    @Override
    public void close() {
        ours.close();
        bare.close();
    }
}
