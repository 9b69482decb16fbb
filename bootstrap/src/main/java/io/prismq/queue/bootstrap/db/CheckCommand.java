package io.prismq.queue.bootstrap.db;

import io.prismq.queue.adapter.sqlite.care.DatabaseCare;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells whether a database is sound. */
@Command(
        name = "check",
        description = {
            "Checks everything that is stored: the structure of the file, what its rows say of each other, its schema, and"
                    + " whether its counters are true. Servers and workers may go on.",
            "It reads the whole file in one snapshot; a server that writes meanwhile has a longer log."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the database is sound",
            "1:it has faults, or cannot be opened; they are on standard output, the reason on standard error",
            "2:the command line is wrong"
        },
        footer = {"", "Example: prismq db check --db q.db"})
@SuppressWarnings("NullAway.Init")
final class CheckCommand implements Callable<Integer> {
    private static final int FAULTY = 1;

    @Option(names = "--db", required = true, paramLabel = "PATH", description = "The database file.")
    private Path database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (DatabaseCare care = DatabaseCare.open(database)) {
            List<String> faults = care.check();
            PrintWriter out = spec.commandLine().getOut();
            if (faults.isEmpty()) {
                out.println("The database is sound.");
            } else {
                faults.forEach(out::println);
                out.println("The database has faults. Stop who uses it, keep the file, and restore a backup.");
            }
            out.flush();
            return faults.isEmpty() ? 0 : FAULTY;
        }
    }
}
