package io.prismq.queue.bootstrap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * An example that the help of a command shows.
 *
 * @param command the one whose help it is
 * @param line as a person types it
 */
record Example(CommandSpec command, String line) {
    private static final String PREFIX = "Example: ";

    /** The program and all of its commands, however deep. */
    static Stream<CommandSpec> commands() {
        return withCommandsBelow(Main.commandLine());
    }

    /** Those of one command, in the order of its help. */
    static List<Example> of(CommandSpec command) {
        return Arrays.stream(command.usageMessage().footer())
                .filter(line -> line.startsWith(PREFIX))
                .map(line -> new Example(command, line.substring(PREFIX.length())))
                .toList();
    }

    /** What follows the name of the program. */
    List<String> arguments() {
        return ShellWords.of(line).stream().skip(1).toList();
    }

    /** The command that it runs: that of the help, or one below. */
    CommandSpec runs() {
        CommandSpec runs = command.root();
        for (String argument : arguments()) {
            CommandLine below = runs.subcommands().get(argument);
            if (below == null) {
                break;
            }
            runs = below.getCommandSpec();
        }
        return runs;
    }

    @Override
    public String toString() {
        return line;
    }

    private static Stream<CommandSpec> withCommandsBelow(CommandLine command) {
        List<CommandLine> below = new ArrayList<>(command.getSubcommands().values());
        return Stream.concat(Stream.of(command.getCommandSpec()), below.stream().flatMap(Example::withCommandsBelow));
    }
}
