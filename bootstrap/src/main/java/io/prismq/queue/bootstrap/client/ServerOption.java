package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.server.Server;
import io.prismq.queue.bootstrap.connection.ServerAddress;
import io.prismq.queue.bootstrap.connection.Trust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that works with a server: which one, and what opens it. */
public final class ServerOption {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:PRISMQ_SERVER:-http://127.0.0.1:8000}",
            description = "Address of the server (default: the variable PRISMQ_SERVER, else http://127.0.0.1:8000).")
    private URI server = URI.create("");

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "File with the key that opens the server (default: the variable PRISMQ_KEY, else none).")
    private @Nullable Path keyFile;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            defaultValue = "${env:PRISMQ_CA_FILE}",
            description = "Certificates, in PEM, of who vouches for the server (default: the variable PRISMQ_CA_FILE,"
                    + " else those whom the Java runtime trusts).")
    private @Nullable Path authorities;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The address; a wrong one is the end of the command. */
    public ServerAddress address() {
        if (!SCHEMES.contains(server.getScheme()) || server.getHost() == null) {
            throw wrong("--server must be an http address, such as http://127.0.0.1:8000");
        }
        return new ServerAddress(server, key(), trust());
    }

    Server connect() {
        return new Server(address());
    }

    private Optional<String> key() {
        if (keyFile == null) {
            return Optional.ofNullable(System.getenv("PRISMQ_KEY"))
                    .map(String::strip)
                    .filter(key -> !key.isEmpty());
        }
        try {
            return Optional.of(Files.readString(keyFile).strip());
        } catch (IOException unreadable) {
            throw wrong("--key-file %s cannot be read: does it exist, and may you read it?".formatted(keyFile));
        }
    }

    private Optional<SSLContext> trust() {
        if (authorities == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Trust.in(authorities));
        } catch (IOException unusable) {
            throw wrong("--ca-file %s cannot be read, or has no certificate in PEM".formatted(authorities));
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(command.commandLine(), why);
    }
}
