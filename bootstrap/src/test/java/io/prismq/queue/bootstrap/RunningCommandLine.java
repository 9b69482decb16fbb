package io.prismq.queue.bootstrap;

import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;

/** A command line that runs in this process, on a thread of its own; what it prints is kept. */
final class RunningCommandLine {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Thread thread;

    private RunningCommandLine(List<String> arguments) {
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        this.thread = new Thread(() -> exitCode.complete(commandLine.execute(arguments.toArray(String[]::new))));
    }

    static RunningCommandLine start(List<String> arguments) {
        RunningCommandLine started = new RunningCommandLine(arguments);
        started.thread.start();
        return started;
    }

    /** The exit code, as soon as it has ended by itself. */
    int ended() {
        await().atMost(PATIENCE).until(exitCode::isDone);
        return exitCode.join();
    }

    /** Waits until it has printed these words, or has ended without. */
    void awaitPrinted(String words) {
        await().atMost(PATIENCE).until(() -> out.toString().contains(words) || exitCode.isDone());
    }

    /** Stops it as a signal would; the exit code. */
    int stop() {
        thread.interrupt();
        return ended();
    }

    String out() {
        return out.toString();
    }

    @Override
    public String toString() {
        return out + "\n" + err;
    }
}
