package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * The socket that a request came on. Jetty does not read it between the end of a request and the reply, and so does not
 * see that the client closes it: meanwhile this does. Not safe for use by many threads.
 */
final class Wire {
    /** What can be seen on a socket. */
    enum Sight {
        SILENCE,
        MORE,
        END
    }

    private final SocketChannelEndPoint socket;
    private final Connection.UpgradeTo parser;

    private Wire(SocketChannelEndPoint socket, Connection.UpgradeTo parser) {
        this.socket = socket;
        this.parser = parser;
    }

    /** Empty for a connection whose bytes are not those of one HTTP/1 request after the other: it cannot be watched. */
    static Optional<Wire> of(Context context) {
        ConnectionMetaData http =
                ServletContextRequest.getServletContextRequest(context.req()).getConnectionMetaData();
        Connection connection = http.getConnection();
        return http.getHttpVersion().getVersion() <= HttpVersion.HTTP_1_1.getVersion()
                        && connection.getEndPoint() instanceof SocketChannelEndPoint socket
                        && connection instanceof Connection.UpgradeTo parser
                ? Optional.of(new Wire(socket, parser))
                : Optional.empty();
    }

    /** Calls once, on a thread of the server's, when there is something to see or the connection is closed. */
    void watch(Runnable look) {
        socket.tryFillInterested(Callback.from(look, closed -> look.run()));
    }

    /** To be called before the reply is written: Jetty breaks the connection off where somebody else still reads. */
    void unwatch() {
        socket.getFillInterest().onFail(new CancellationException("the reply is ready"));
    }

    /** Looks without waiting. To be called until it has seen something, and not again. */
    Sight look() {
        ByteBuffer octet = BufferUtil.allocate(1);
        int filled = fill(octet);
        if (filled <= 0) {
            return filled < 0 ? Sight.END : Sight.SILENCE;
        }
        // The next request has begun. Its first octet goes where the parser will look for it; there is room, because
        // what was there is behind the last octet of this request.
        parser.onUpgradeTo(octet);
        return Sight.MORE;
    }

    private int fill(ByteBuffer octet) {
        try {
            return socket.fill(octet);
        } catch (IOException closed) {
            return -1;
        }
    }
}
