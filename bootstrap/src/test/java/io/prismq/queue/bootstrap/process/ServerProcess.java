package io.prismq.queue.bootstrap.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, on any free port. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("PrismQ is ready at (http://\\S+)");
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final String address;

    private ServerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts the server and returns when it is ready; its log goes to a file beside the database. */
    public static ServerProcess start(Path database, String... options) {
        return startAt("0", database, options);
    }

    /** The same on a port of the caller's choice, such as that of a server that was killed. */
    static ServerProcess startAt(String port, Path database, String... options) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", port, "--db", database.toString()));
        arguments.addAll(List.of(options));
        try {
            Path log = Files.createTempFile(database.getParent(), "server-", ".log");
            Process process =
                    Program.builder(arguments).redirectError(log.toFile()).start();
            return new ServerProcess(process, awaitReady(process, log));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** As the server printed it. */
    public String address() {
        return address;
    }

    ApiClient client() {
        return new ApiClient(address);
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
                throw new AssertionError("the server did not end");
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static String awaitReady(Process process, Path log) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return ready.group(1);
            }
        }
        throw new AssertionError("the server did not start: " + Files.readString(log));
    }
}
