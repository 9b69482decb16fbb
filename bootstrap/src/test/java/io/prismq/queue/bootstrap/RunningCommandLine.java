package io.prismq.queue.bootstrap;

import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** A command line that runs in this process, on a thread of its own; what it prints is kept. */
public final class RunningCommandLine {
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

    public static RunningCommandLine start(List<String> arguments) {
        RunningCommandLine started = new RunningCommandLine(arguments);
        started.thread.start();
        return started;
    }

    /** The exit code, as soon as it has ended by itself. */
    public int ended() {
        return exitCode.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Waits until it has printed these words, on whichever stream, or has ended without. */
    public void awaitPrinted(String words) {
        await().atMost(PATIENCE).until(() -> toString().contains(words) || exitCode.isDone());
    }

    /** Stops it as a signal would; the exit code. */
    public int stop() {
        thread.interrupt();
        return ended();
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    @Override
    public String toString() {
        return out + "\n" + err;
    }
}
