package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.adapter.sqlite.session.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that does one thing again and again, in a process of its own, and is killed meanwhile. */
final class Victim {
    /** What the program says when it begins. */
    static final String AT_WORK = "at work";

    private static final int LONGEST_MILLIS = 600;

    private Victim() {}

    /** SIGKILL, at a moment that chance chooses. */
    static void killAtWork(Random random, Class<?> program, Path... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        Stream.of(arguments).map(Path::toString).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String line = process.inputReader().readLine();
            while (line != null && !line.equals(AT_WORK)) {
                line = process.inputReader().readLine();
            }
            Threads.start("listener", () -> process.inputReader().lines().forEach(said -> {}));
            if (process.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the program ended by itself, with exit code " + process.exitValue());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
