package io.prismq.queue.bootstrap.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * How a command ended.
 *
 * @param output what it printed, errors too
 */
record Ended(int code, String output) {
    /** Runs a command with nothing in its environment but this. */
    static Ended of(Path directory, Map<String, String> environment, String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException | InterruptedException error) {
            throw new AssertionError(error);
        }
    }

    /** What a command printed that has to succeed; it finds its tools on the path of the tests. */
    static String output(Path directory, String... command) {
        Ended ended = of(
                directory,
                Map.of("PATH", System.getenv("PATH"), "JAVA_HOME", System.getProperty("java.home")),
                command);
        if (ended.code() != 0) {
            throw new AssertionError(ended);
        }
        return ended.output();
    }
}
