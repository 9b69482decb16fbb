package io.prismq.queue.bootstrap.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A command at work on one task. No shell is involved. Safe for use by many threads. */
final class RunningCommand {
    /** After the end of a command: a process that it leaves behind may keep its output open for ever. */
    private static final long LAST_OUTPUT_SECONDS = 5;

    private final Process process;
    private final ResultLine result = new ResultLine();
    private final ErrorLines errors;
    private final CountDownLatch outputs = new CountDownLatch(2);
    private final AtomicReference<@Nullable Interruption> interruption = new AtomicReference<>();

    private RunningCommand(Process process, String input, Report report) {
        this.process = process;
        this.errors = new ErrorLines(report);
        read("stdout", process.getInputStream(), result::read);
        read("stderr", process.getErrorStream(), errors::read);
        StreamThread.start("stdin", () -> write(input, process.getOutputStream()));
    }

    /**
     * Starts the command.
     *
     * @param environment beside the worker's own
     * @throws IOException if it cannot be started
     */
    static RunningCommand start(List<String> command, Map<String, String> environment, String input, Report report)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        // The trace that the worker itself was started in is not the task's.
        builder.environment().remove("TRACEPARENT");
        builder.environment().putAll(environment);
        return new RunningCommand(builder.start(), input, report);
    }

    /** Waits for the end, and for what was printed until then; the exit code. */
    int awaitEnd() throws InterruptedException {
        int exitCode = process.waitFor();
        outputs.await(LAST_OUTPUT_SECONDS, TimeUnit.SECONDS);
        return exitCode;
    }

    /** Ends the command and everything that it started; the first reason counts. */
    void interrupt(Interruption reason) {
        interruption.compareAndSet(null, reason);
        ProcessTree.kill(process.toHandle());
    }

    Optional<Interruption> interruption() {
        return Optional.ofNullable(interruption.get());
    }

    /** What it came to, by its exit code. */
    Settlement settlement(int exitCode) {
        return switch (exitCode) {
            case ExitCodes.OK -> result.settlement();
            case ExitCodes.DATA_ERROR -> Settlement.reject(error(exitCode)).withExitCode(exitCode);
            default -> Settlement.fail(error(exitCode)).withExitCode(exitCode);
        };
    }

    private String error(int exitCode) {
        return errors.last().isEmpty() ? "exit code " + exitCode : errors.last();
    }

    private void read(String name, InputStream output, Reader reader) {
        StreamThread.start(name, () -> {
            try (output) {
                reader.read(output);
            } finally {
                outputs.countDown();
            }
        });
    }

    private static void write(String input, OutputStream in) throws IOException {
        try (in) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
            in.write('\n');
        }
    }

    /** What reads one output of a command to its end. */
    private interface Reader {
        void read(InputStream output) throws IOException;
    }
}
