package io.prismq.queue.bootstrap.client.server;

import io.prismq.queue.bootstrap.connection.Reply;
import io.prismq.queue.bootstrap.terminal.Texts;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A command cannot do what it was told to; the message says why to the person who did. */
public final class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    ClientException(ExitCode exitCode, String message) {
        super(Texts.printable(message));
        this.exitCode = exitCode;
    }

    /** What the server refuses: field by field, where it says so. */
    static ClientException refused(Reply reply) {
        JsonNode errors = reply.body().path("errors");
        String message = errors.isEmpty()
                ? reply.reason() + reply.howToOpen()
                : errors.valueStream().map(ClientException::sentence).collect(Collectors.joining("; "));
        return new ClientException(reply.isNotFound() ? ExitCode.NOT_FOUND : ExitCode.FAILED, message);
    }

    /**
     * The same after something that was done.
     *
     * @param done a sentence without its end
     */
    public ClientException after(String done) {
        return new ClientException(exitCode, done + ": " + getMessage());
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    private static String sentence(JsonNode error) {
        return error.path("field").asString("") + " " + error.path("message").asString("");
    }
}
