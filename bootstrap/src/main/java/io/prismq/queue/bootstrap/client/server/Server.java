package io.prismq.queue.bootstrap.client.server;

import io.prismq.queue.bootstrap.connection.Outages;
import io.prismq.queue.bootstrap.connection.PatientConnection;
import io.prismq.queue.bootstrap.connection.PoliteConnection;
import io.prismq.queue.bootstrap.connection.Reply;
import io.prismq.queue.bootstrap.connection.Request;
import io.prismq.queue.bootstrap.connection.ServerAddress;
import io.prismq.queue.bootstrap.connection.ServerConnection;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;

/** The server that a command works with. */
public final class Server {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerAddress address;
    private final ServerConnection connection;
    private final PoliteConnection politely;

    public Server(ServerAddress address) {
        this.address = address;
        this.connection = new ServerConnection(address);
        this.politely = new PoliteConnection(connection);
    }

    /**
     * The answer, which is a good one. Asked again only where the server did nothing and says that it may later.
     *
     * @throws ClientException if there is none
     */
    public Reply ask(Request request) throws InterruptedException {
        try {
            return good(politely.send(request, PATIENCE));
        } catch (ConnectException nobody) {
            throw new ClientException(
                    ExitCode.UNREACHABLE,
                    "%s cannot be reached: start a server there (prismq serve), or name another with --server."
                            .formatted(address));
        } catch (SSLHandshakeException unsafe) {
            throw new ClientException(ExitCode.UNREACHABLE, unsafe.getMessage() + ".");
        } catch (IOException lost) {
            throw new ClientException(
                    ExitCode.UNREACHABLE,
                    lost.getMessage()
                            + (request.changesNothing() ? "." : ". Whether it was done all the same is not known."));
        }
    }

    /** The same server for who has the patience to wait until it is back. */
    public PatientServer patiently(Outages outages) {
        return new PatientServer(new PatientConnection(connection, outages));
    }

    static Reply good(Reply reply) {
        if (reply.isKnown()) {
            return reply;
        }
        if (!reply.isGood()) {
            throw ClientException.refused(reply);
        }
        if (!reply.isEmpty() && !reply.body().isContainer()) {
            throw new ClientException(ExitCode.FAILED, "The answer is not that of a PrismQ server.");
        }
        return reply;
    }
}
