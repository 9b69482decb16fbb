package io.prismq.queue.bootstrap.db;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands of the database file. */
@Command(
        name = "db",
        description = "Looks after a database file: check, optimize, vacuum, stats.",
        subcommands = {CheckCommand.class, OptimizeCommand.class, VacuumCommand.class, StatsCommand.class},
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq db check --db q.db"})
public final class DbCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Without a command: the list of them. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
