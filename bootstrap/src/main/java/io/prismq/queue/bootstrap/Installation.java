package io.prismq.queue.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What stands beside the jar of the program.
 *
 * <p>Code is taken from there alone, never from the working directory: it must not run because somebody happens to stand
 * where it lies.
 *
 * @param program the jar, or a directory of classes where the program was not packed
 */
record Installation(Path program) {
    static Installation current() {
        try {
            return new Installation(Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The values that it gives to keys of the configuration. */
    Map<String, String> defaults() {
        if (!Files.isRegularFile(program)) {
            return Map.of();
        }
        Path plugins = real(program).resolveSibling("plugins");
        return Files.isDirectory(plugins) ? Map.of("worker.plugins_dir", plugins.toString()) : Map.of();
    }

    /** A link to the jar leads to what was installed with it. */
    private static Path real(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
