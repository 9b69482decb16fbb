package io.prismq.queue.bootstrap.db;

import io.prismq.queue.adapter.sqlite.care.DatabaseCare;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rewrites a database that nobody uses. */
@Command(
        name = "vacuum",
        description = {
            "Rewrites the file without its free pages. Stop every server and worker of the database before. Needs free disk"
                    + " space for twice what is stored, a part of it where temporary files are kept (SQLITE_TMPDIR).",
            "A server gives free pages back by itself, but keeps a reserve, and leaves half-empty pages as they are."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq db vacuum --db q.db"})
@SuppressWarnings("NullAway.Init")
final class VacuumCommand implements Callable<Integer> {
    @Option(names = "--db", required = true, paramLabel = "PATH", description = "The database file.")
    private Path database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        long bytes = DatabaseCare.vacuum(database);
        spec.commandLine().getOut().printf("The file is %d bytes shorter.%n", bytes);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
