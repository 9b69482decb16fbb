package io.prismq.queue.bootstrap.keys;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands of keys. */
@Command(
        name = "keys",
        description = {
            "Looks after the keys that clients present to a server: create, list, revoke.",
            "They are in the database: a server of it knows within a second what changed."
        },
        subcommands = {CreateCommand.class, ListCommand.class, RevokeCommand.class},
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq keys list --db q.db"})
public final class KeysCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Without a command: the list of them. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
