package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.server.Server;
import java.net.URI;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of every command that works with a server: which one. */
public final class ServerOption {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:PRISMQ_SERVER:-http://127.0.0.1:8000}",
            description = "Address of the server (default: the variable PRISMQ_SERVER, else http://127.0.0.1:8000).")
    private URI server = URI.create("");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The address; a wrong one is the end of the command. */
    public URI address() {
        if (!SCHEMES.contains(server.getScheme()) || server.getHost() == null) {
            throw new ParameterException(
                    command.commandLine(), "--server must be an http address, such as http://127.0.0.1:8000");
        }
        return server;
    }

    Server connect() {
        return new Server(address());
    }
}
