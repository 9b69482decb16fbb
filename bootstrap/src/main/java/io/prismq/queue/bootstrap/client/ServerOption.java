package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.server.Server;
import io.prismq.queue.bootstrap.connection.PresentedKey;
import io.prismq.queue.bootstrap.connection.ServerAddress;
import io.prismq.queue.bootstrap.connection.UnusableKeyException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The address; a wrong one is the end of the command. */
    public ServerAddress address() {
        if (!SCHEMES.contains(server.getScheme()) || server.getHost() == null) {
            throw wrong("--server must be an http address, such as http://127.0.0.1:8000");
        }
        return new ServerAddress(server, key(), tls.context(this::wrong));
    }

    Server connect() {
        return new Server(address());
    }

    private PresentedKey key() {
        String variable = System.getenv().getOrDefault("PRISMQ_KEY", "");
        try {
            if (keyFile != null) {
                return PresentedKey.in(keyFile);
            }
            return variable.isBlank() ? PresentedKey.NONE : PresentedKey.of(variable);
        } catch (UnusableKeyException unusable) {
            throw wrong(
                    "%s %s".formatted(keyFile == null ? "PRISMQ_KEY" : "--key-file " + keyFile, unusable.getMessage()));
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(command.commandLine(), why);
    }
}
