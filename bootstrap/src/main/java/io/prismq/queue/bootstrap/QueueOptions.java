package io.prismq.queue.bootstrap;

import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that opens the queue, and the configuration that they are part of. */
final class QueueOptions {
    @Option(names = "--db", description = "Database file, created if missing (queue.db_path).")
    private @Nullable String database;

    @Option(names = "--config", description = "Configuration file in YAML (or the variable PRISMQ_CONFIG).")
    private @Nullable Path config;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description =
                    "Folder of jars with further handlers (worker.plugins_dir, default: the folder plugins beside the"
                            + " jar of the program, if there is one).")
    private @Nullable Path plugins;

    /**
     * The configuration with everything that is known: options, environment, file and what is installed.
     *
     * @param more options of the command itself, by their key
     */
    Configuration configuration(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(more);
        put(options, "queue.db_path", database);
        put(options, "worker.plugins_dir", plugins == null ? null : plugins.toString());
        Map<String, String> environment = System.getenv();
        return ConfigurationLoader.load(new ConfigurationSources(
                file(environment), environment, options, Installation.current().defaults()));
    }

    static void put(Map<String, String> options, String key, @Nullable String value) {
        if (value != null) {
            options.put(key, value);
        }
    }

    /** The file of the configuration. */
    Optional<Path> file() {
        return file(System.getenv());
    }

    private Optional<Path> file(Map<String, String> environment) {
        return Optional.ofNullable(config)
                .or(() -> Optional.ofNullable(environment.get("PRISMQ_CONFIG")).map(Path::of));
    }
}
