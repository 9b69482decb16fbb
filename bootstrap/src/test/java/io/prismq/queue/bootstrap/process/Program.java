package io.prismq.queue.bootstrap.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The fat jar, run with some arguments. */
public final class Program {
    static final Path JAR = Path.of(System.getProperty("prismq.jar"));

    private static final String MEMORY = "-Xmx256m";

    /** Without the compiler for what runs long, and with its classes ready to use: a start costs a third. */
    private static final List<String> FOR_A_SHORT_LIFE =
            List.of(MEMORY, "-XX:TieredStopAtLevel=1", "-XX:SharedArchiveFile=" + System.getProperty("prismq.classes"));

    /** 128 + 15, the number of SIGTERM: what a shell sees of a process that ended by it. */
    static final int ENDED_BY_SIGTERM = 143;

    private static final long PATIENCE_SECONDS = 90;

    /** How it ended. */
    public record Ending(int exitCode, String out, String err) {}

    private Program() {}

    /** Runs it until it ends. */
    public static Ending run(Map<String, String> environment, String... arguments) {
        ProcessBuilder builder = builder(List.of(arguments));
        builder.environment().putAll(environment);
        try {
            Path err = Files.createTempFile("prismq-err", ".txt");
            Process process = builder.redirectError(err.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the program did not end: " + out);
            }
            Ending ending = new Ending(process.exitValue(), out, Files.readString(err));
            Files.delete(err);
            return ending;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    public static ProcessBuilder builder(List<String> arguments) {
        return builder(JAR, FOR_A_SHORT_LIFE, arguments);
    }

    /** Another jar of the program: the archive of classes is of this one alone. */
    static ProcessBuilder builder(Path jar, List<String> arguments) {
        return builder(jar, List.of(MEMORY), arguments);
    }

    private static ProcessBuilder builder(Path jar, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PRISMQ_"));
        return builder;
    }
}
