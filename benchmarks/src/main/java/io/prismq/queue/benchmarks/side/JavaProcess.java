package io.prismq.queue.benchmarks.side;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a JVM of its own, set up as Java comes. */
public final class JavaProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final double KIBIBYTES_IN_A_MEBIBYTE = 1024;
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final URI address;
    private final long startNanos;

    private JavaProcess(Process process, URI address, long startNanos) {
        this.process = process;
        this.address = address;
        this.startNanos = startNanos;
    }

    /**
     * Starts Java with these arguments, and returns when the program says that it is ready.
     *
     * @param log where its standard error goes
     */
    static JavaProcess start(List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PRISMQ_"));
        long begun = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        try {
            URI address = awaitReady(process, log);
            return new JavaProcess(process, address, System.nanoTime() - begun);
        } catch (IOException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    private static URI awaitReady(Process process, Path log) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
        }
        throw new SideException("a server did not start: " + Files.readString(log));
    }

    public URI uri() {
        return address;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(address.getHost(), address.getPort());
    }

    /** From the start of the process to its word that it is ready. */
    public double startSeconds() {
        return startNanos / 1e9;
    }

    /** What the process holds in memory. */
    public double residentMebibytes() throws IOException {
        Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
        if (!resident.find()) {
            throw new SideException("/proc does not say how much memory the server holds");
        }
        return Long.parseLong(resident.group(1)) / KIBIBYTES_IN_A_MEBIBYTE;
    }

    /** Asks the process to end, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
