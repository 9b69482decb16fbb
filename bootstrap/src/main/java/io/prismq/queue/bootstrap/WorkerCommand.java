package io.prismq.queue.bootstrap;

import io.prismq.queue.bootstrap.client.ServerOption;
import io.prismq.queue.bootstrap.remote.ClaimOptions;
import io.prismq.queue.bootstrap.remote.Executables;
import io.prismq.queue.bootstrap.remote.RemoteWorker;
import io.prismq.queue.bootstrap.remote.RemoteWorkerException;
import io.prismq.queue.bootstrap.remote.RemoteWorkerSettings;
import io.prismq.queue.bootstrap.wiring.ProcessName;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a command for each task of a server until it is told to stop. */
@Command(
        name = "worker",
        description = {
            "Runs a program for each task of a server.",
            "The program gets the payload on its standard input; the result is the last line of its standard output"
                    + " that is JSON. Exit code 0 completes the task, 65 fails it for good, any other fails the"
                    + " attempt. Lines of standard error are the log of the task; 'progress: 40 message' is progress.",
            "SIGTERM and Ctrl-C: running commands get a grace, what does not end is killed and given back."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped as asked",
            "1:cannot work; the reason is on standard error",
            "2:the command line is wrong"
        },
        footer = {"", "Example: prismq worker --types email.send -- python3 send.py"})
final class WorkerCommand implements Callable<Integer> {
    private static final int MOST_SLOTS = 1000;

    @Mixin
    private final ServerOption server = new ServerOption();

    @Mixin
    private final ClaimArguments claims = new ClaimArguments();

    @Option(
            names = "--worker-id",
            paramLabel = "ID",
            description = "Name of this worker (default: host name and process id).")
    private @Nullable String workerId;

    @Option(
            names = "--slots",
            paramLabel = "N",
            description = "How many commands run at a time, 1 to 1000 (default 1).")
    private int slots = 1;

    @Option(
            names = "--grace-seconds",
            paramLabel = "N",
            description = "How long running commands may go on after SIGTERM (default 30).")
    private int graceSeconds = 30;

    @Parameters(
            arity = "1..*",
            paramLabel = "COMMAND",
            description = "The program and its arguments, after --. No shell is involved.")
    private List<String> command = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        RemoteWorkerSettings settings = settings();
        RemoteWorker worker = new RemoteWorker(settings);
        Thread hook = new Thread(() -> stop(worker), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "PrismQ worker %s claims %s from %s%n",
                settings.workerId(), String.join(", ", settings.claims().types()), settings.server());
        out.flush();
        try {
            worker.run();
        } finally {
            forget(hook);
        }
        return 0;
    }

    /** What ended by itself is not to be stopped when this process ends, which may have more to do until then. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already: it is what ended the worker.
        }
    }

    /** A worker that ended as it was asked to ends well: by itself a virtual machine would tell of the signal. */
    private static void stop(RemoteWorker worker) {
        try {
            if (worker.stop()) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private RemoteWorkerSettings settings() {
        require(slots >= 1 && slots <= MOST_SLOTS, "--slots must be between 1 and 1000");
        require(graceSeconds >= 0, "--grace-seconds must not be negative");
        ClaimOptions asked = claims.options();
        String path = System.getenv().getOrDefault("PATH", "");
        if (!Executables.isThere(command.get(0), path, System.getProperty("os.name"))) {
            throw new RemoteWorkerException("There is no program %s to run.".formatted(command.get(0)));
        }
        return new RemoteWorkerSettings(
                server.address(),
                workerId == null ? ProcessName.get() : workerId,
                command,
                slots,
                Duration.ofSeconds(graceSeconds),
                asked);
    }

    private void require(boolean condition, String sentence) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }
}
