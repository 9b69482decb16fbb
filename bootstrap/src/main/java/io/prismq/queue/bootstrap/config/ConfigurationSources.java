package io.prismq.queue.bootstrap.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a configuration comes from.
 *
 * @param file names only what differs from the defaults
 * @param environment of which the variables that begin with {@code PRISMQ_} are read
 * @param options from the command line: values by the path of their key, such as {@code server.port}
 * @param found what the program found out about its surroundings, by key as well: it counts where nobody says
 */
public record ConfigurationSources(
        Optional<Path> file, Map<String, String> environment, Map<String, String> options, Map<String, String> found) {
    /** Sources of which none was found. */
    public ConfigurationSources(Optional<Path> file, Map<String, String> environment, Map<String, String> options) {
        this(file, environment, options, Map.of());
    }
}
