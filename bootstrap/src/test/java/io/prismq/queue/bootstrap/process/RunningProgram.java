package io.prismq.queue.bootstrap.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, until it is told to stop. */
final class RunningProgram implements AutoCloseable {
    private static final String READY = "PrismQ is ready ";
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final String ready;
    private final Path log;

    private RunningProgram(Process process, String ready, Path log) {
        this.process = process;
        this.ready = ready;
        this.log = log;
    }

    /** Starts the program and returns when it is ready; its log goes to a file in the directory. */
    static RunningProgram start(ProcessBuilder program, Path directory) {
        try {
            Path log = Files.createTempFile(directory, "program-", ".log");
            Process process = program.redirectError(log.toFile()).start();
            return new RunningProgram(process, awaitReady(process, log), log);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** What it printed when it was ready, after the words that say so. */
    String ready() {
        return ready;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** SIGKILL: nothing of the program runs after it. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM; the exit code. */
    int terminate() {
        process.destroy();
        return awaitEnd();
    }

    @Override
    public void close() {
        kill();
    }

    private int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the program did not end");
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static String awaitReady(Process process, Path log) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
        }
        throw new AssertionError("the program did not start: " + Files.readString(log));
    }
}
