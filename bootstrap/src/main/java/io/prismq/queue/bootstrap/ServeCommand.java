package io.prismq.queue.bootstrap;

import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Serves the queue over HTTP and runs the tasks that it has handlers for.",
            "SIGTERM and Ctrl-C drain: running tasks get a grace, what does not end is given back."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq serve --port 8000 --db q.db"})
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final QueueOptions queue = new QueueOptions();

    @Option(names = "--host", description = "Address to listen on (server.host, default 127.0.0.1).")
    private @Nullable String host;

    @Option(names = "--port", description = "Port to listen on, 0 for any free one (server.port, default 8000).")
    private @Nullable String port;

    @Option(names = "--no-worker", description = "Serve only: load no plugins, and leave the tasks to other processes.")
    private boolean noWorker;

    @Option(
            names = "--insecure",
            description = "Let everybody do everything, without a key, also from other machines (auth.insecure).")
    private boolean insecure;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = queue.configuration(options());
        PrismqServer server = Launcher.serve(configuration, List.of());
        ReadyLog.tell(configuration, queue.file(), Optional.of(server.address().toString()));
        String ready = "PrismQ is ready at " + server.address();
        return UntilStopped.await(server.process(), ready, spec.commandLine().getOut());
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        QueueOptions.put(options, "server.host", host);
        QueueOptions.put(options, "server.port", port);
        QueueOptions.put(options, "worker.enabled", noWorker ? "false" : null);
        QueueOptions.put(options, "auth.insecure", insecure ? "true" : null);
        return options;
    }
}
