package io.prismq.queue.bootstrap;

import io.prismq.queue.bootstrap.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the program. */
@Command(
        name = "prismq",
        description = "A durable task queue in one jar and one SQLite file.",
        subcommands = {
            ServeCommand.class,
            WorkCommand.class,
            WorkerCommand.class,
            DemoCommand.class,
            VersionCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; the reason is on standard error", "2:the command line is wrong"},
        footer = {"", "Example: prismq serve --db q.db"})
public final class Main {
    /** Of the help: an option with its value stays on one line. */
    private static final int LONG_OPTION_COLUMNS = 30;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Guice defines no classes at run time then: newer JDKs warn of the way in which it does by default.
        System.setProperty("guice_custom_class_loading", "CHILD");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(LONG_OPTION_COLUMNS)
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler((failure, command, parsed) -> Failures.tell(failure, command.getErr()));
    }
}
