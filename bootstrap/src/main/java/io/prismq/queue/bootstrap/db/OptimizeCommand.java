package io.prismq.queue.bootstrap.db;

import io.prismq.queue.adapter.sqlite.care.DatabaseCare;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Does at once what a server does every hour. */
@Command(
        name = "optimize",
        description =
                "Brings the statistics of the tables up to date, for questions that you ask in the shell of SQLite. A"
                        + " server does it every hour; servers and workers may go on.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq db optimize --db q.db"})
@SuppressWarnings("NullAway.Init")
final class OptimizeCommand implements Callable<Integer> {
    @Option(names = "--db", required = true, paramLabel = "PATH", description = "The database file.")
    private Path database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (DatabaseCare care = DatabaseCare.open(database)) {
            care.optimize();
        }
        spec.commandLine().getOut().println("The statistics are up to date.");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
