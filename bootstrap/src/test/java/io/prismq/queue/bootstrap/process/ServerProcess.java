package io.prismq.queue.bootstrap.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server in a process of its own. */
public final class ServerProcess implements AutoCloseable {
    private static final String AT = "at ";

    private final RunningProgram program;

    private ServerProcess(RunningProgram program) {
        this.program = program;
    }

    /** Starts the server on any free port and returns when it is ready; its log goes to a file beside the database. */
    public static ServerProcess start(Path database, String... options) {
        return startAt("0", database, options);
    }

    /** The same on a port of the caller's choice, such as that of a server that was killed. */
    public static ServerProcess startAt(String port, Path database, String... options) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", port, "--db", database.toString()));
        arguments.addAll(List.of(options));
        return new ServerProcess(RunningProgram.start(Program.builder(arguments), database.resolveSibling(".")));
    }

    /** As the server printed it. */
    public String address() {
        return program.ready().substring(AT.length());
    }

    public ApiClient client() {
        return new ApiClient(address());
    }

    String log() {
        return program.log();
    }

    /** SIGKILL: nothing of the program runs after it. */
    public void kill() {
        program.kill();
    }

    /** SIGTERM; the exit code. */
    int terminate() {
        return program.terminate();
    }

    @Override
    public void close() {
        program.close();
    }
}
