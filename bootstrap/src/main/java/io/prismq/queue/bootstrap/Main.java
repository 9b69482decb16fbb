package io.prismq.queue.bootstrap;

import io.prismq.queue.bootstrap.audit.AuditCommand;
import io.prismq.queue.bootstrap.client.CancelCommand;
import io.prismq.queue.bootstrap.client.DeleteCommand;
import io.prismq.queue.bootstrap.client.EnqueueCommand;
import io.prismq.queue.bootstrap.client.GetCommand;
import io.prismq.queue.bootstrap.client.ListCommand;
import io.prismq.queue.bootstrap.client.LogsCommand;
import io.prismq.queue.bootstrap.client.RetryCommand;
import io.prismq.queue.bootstrap.client.StatsCommand;
import io.prismq.queue.bootstrap.client.WatchCommand;
import io.prismq.queue.bootstrap.client.WorkersCommand;
import io.prismq.queue.bootstrap.client.server.ExitCode;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.db.DbCommand;
import io.prismq.queue.bootstrap.demo.DemoCommand;
import io.prismq.queue.bootstrap.keys.KeysCommand;
import io.prismq.queue.bootstrap.log.LogSettings;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The entry point of the program. */
@Command(
        name = "prismq",
        description = "A durable task queue in one jar and one SQLite file.",
        subcommands = {
            ServeCommand.class,
            WorkCommand.class,
            WorkerCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DbCommand.class,
            KeysCommand.class,
            AuditCommand.class,
            DemoCommand.class,
            EnqueueCommand.class,
            GetCommand.class,
            ListCommand.class,
            StatsCommand.class,
            WatchCommand.class,
            LogsCommand.class,
            CancelCommand.class,
            RetryCommand.class,
            DeleteCommand.class,
            WorkersCommand.class,
            CompletionCommand.class,
            VersionCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            ExitCode.DONE_HELP,
            ExitCode.FAILED_HELP,
            ExitCode.USAGE_HELP,
            ExitCode.UNREACHABLE_HELP,
            ExitCode.NOT_FOUND_HELP,
            ExitCode.TASK_FAILED_HELP,
            ExitCode.TASK_CANCELLED_HELP
        },
        footer = {"", "Example: prismq serve --db q.db"})
public final class Main implements Callable<Integer> {
    /** Of the help: an option with its value stays on one line. */
    private static final int LONG_OPTION_COLUMNS = 30;

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Guice defines no classes at run time then: newer JDKs warn of the way in which it does by default.
        System.setProperty("guice_custom_class_loading", "CHILD");
        CommandLine program = commandLine();
        System.exit(LogSettings.flaw(System.getenv())
                .map(flaw -> Failures.tell(new ConfigurationException(flaw), program.getErr()))
                .orElseGet(() -> program.execute(arguments)));
    }

    /** Without a command: the list of them. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }

    static CommandLine commandLine() {
        return ofOneVersion(new CommandLine(new Main()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(int.class, whole(Integer::valueOf))
                .registerConverter(Integer.class, whole(Integer::valueOf))
                .registerConverter(long.class, whole(Long::valueOf))
                .registerConverter(Long.class, whole(Long::valueOf))
                // An argument that begins with @ is a payload, and not a file of arguments.
                .setExpandAtFiles(false)
                .setHelpFactory(new FittingHelp())
                .setUsageHelpLongOptionsMaxWidth(LONG_OPTION_COLUMNS)
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler((failure, command, parsed) -> Failures.tell(failure, command.getErr()));
    }

    private static <N> ITypeConverter<N> whole(Function<String, N> number) {
        return text -> {
            try {
                return number.apply(text);
            } catch (NumberFormatException notOne) {
                throw new TypeConversionException("'%s' is not a whole number, or too large".formatted(text));
            }
        };
    }

    /** Every command tells the version of the program. */
    private static CommandLine ofOneVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(new Version());
        command.getSubcommands().values().forEach(Main::ofOneVersion);
        return command;
    }
}
