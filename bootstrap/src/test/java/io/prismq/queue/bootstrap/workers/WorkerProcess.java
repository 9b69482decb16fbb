package io.prismq.queue.bootstrap.workers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A worker in a process of its own. */
final class WorkerProcess implements AutoCloseable {
    /** Shorter than a long poll: who waits for its end does not pass. */
    private static final long PATIENCE_SECONDS = 15;

    private final Process process;
    private final Path log;

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it; what it prints goes to a file in the directory. */
    static WorkerProcess start(ProcessBuilder builder, Path directory) {
        try {
            Path log = Files.createTempFile(directory, "worker-", ".log");
            return new WorkerProcess(
                    builder.redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** SIGTERM; the exit code. */
    int terminate() {
        process.destroy();
        return awaitEnd();
    }

    void send(String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the worker did not end: " + printed());
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    String printed() {
        try {
            return Files.readString(log);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Ends it with what it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd();
    }
}
