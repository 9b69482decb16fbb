package io.prismq.queue.bootstrap;

import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(
        name = "serve",
        description =
                "Serves the queue over HTTP and runs the tasks that it has handlers for. SIGTERM and Ctrl-C drain:"
                        + " running tasks get a grace, what does not end is given back.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq serve --port 8000 --db q.db"})
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--host", description = "Address to listen on (server.host, default 127.0.0.1).")
    private @Nullable String host;

    @Option(names = "--port", description = "Port to listen on, 0 for any free one (server.port, default 8000).")
    private @Nullable String port;

    @Option(names = "--db", description = "Database file, created if missing (queue.db_path).")
    private @Nullable String database;

    @Option(names = "--config", description = "Configuration file in YAML (or the variable PRISMQ_CONFIG).")
    private @Nullable Path config;

    @Option(names = "--no-worker", description = "Serve only: leave the tasks to other processes.")
    private boolean noWorker;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = ConfigurationLoader.load(sources(System.getenv()));
        PrismqServer server = Launcher.start(configuration, List.of());
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("PrismQ is ready at %s%n", server.address());
        out.flush();
        server.await();
        return 0;
    }

    private ConfigurationSources sources(Map<String, String> environment) {
        Optional<Path> file = Optional.ofNullable(config)
                .or(() -> Optional.ofNullable(environment.get("PRISMQ_CONFIG")).map(Path::of));
        return new ConfigurationSources(file, environment, options());
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        put(options, "server.host", host);
        put(options, "server.port", port);
        put(options, "queue.db_path", database);
        put(options, "worker.enabled", noWorker ? "false" : null);
        return options;
    }

    private static void put(Map<String, String> options, String key, @Nullable String value) {
        if (value != null) {
            options.put(key, value);
        }
    }
}
