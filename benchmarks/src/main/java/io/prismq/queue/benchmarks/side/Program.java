package io.prismq.queue.benchmarks.side;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The program as it is shipped: one jar, with its defaults.
 *
 * @param jvmOptions the file by which its own script starts Java
 */
public record Program(Path jar, Path jvmOptions) {
    /** Serves a database on any free port; the log stands beside the database. */
    public JavaProcess serve(Path database, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("@" + jvmOptions, "-jar", jar.toString(), "serve", "--port", "0", "--db", database.toString()));
        arguments.addAll(Arrays.asList(options));
        return JavaProcess.start(arguments, Path.of(database + ".log"));
    }
}
