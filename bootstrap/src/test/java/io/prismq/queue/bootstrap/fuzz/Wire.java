package io.prismq.queue.bootstrap.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client that sends whatever bytes it is given, on one connection as long as that lasts. */
final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private @Nullable Socket kept;

    Wire(int port) {
        this.port = port;
    }

    /** What is answered; nothing where a request that is no HTTP has none. */
    Optional<Answered> send(Forged request) throws IOException {
        return request.isSound() ? Optional.of(sendSound(request)) : sendBroken(request);
    }

    private Answered sendSound(Forged request) throws IOException {
        if (kept != null) {
            try {
                return exchange(kept, request);
            } catch (Closed closed) {
                close(); // A server may close a connection that rests; then nothing was done.
            }
        }
        kept = connect();
        return exchange(kept, request);
    }

    private Answered exchange(Socket socket, Forged request) throws IOException {
        try {
            socket.getOutputStream().write(request.bytes());
        } catch (IOException closed) {
            throw new Closed();
        }
        InputStream in = new BufferedInputStream(socket.getInputStream());
        Answered answer = read(in, request);
        if (answer.status() == 101
                || answer.header("Content-Type").startsWith("text/event-stream")
                || answer.header("Connection").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    /** On a connection of its own, that ends with it: nobody knows where the server takes its end to be. */
    private Optional<Answered> sendBroken(Forged request) throws IOException {
        try (Socket socket = connect()) {
            try {
                socket.getOutputStream().write(request.bytes());
                socket.shutdownOutput();
                return Optional.of(read(new BufferedInputStream(socket.getInputStream()), request));
            } catch (SocketTimeoutException silent) {
                throw silent;
            } catch (IOException hungUp) {
                return Optional.empty();
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static Answered read(InputStream in, Forged request) throws IOException {
        String head = head(in);
        int status = Integer.parseInt(head.split(" ", 3)[1].strip());
        Answered bare = new Answered(status, head, "");
        if (status == 100) {
            return read(in, request);
        }
        if (status < 200
                || status == 204
                || status == 304
                || request.isHead()
                || bare.header("Content-Type").startsWith("text/event-stream")) {
            return bare;
        }
        return new Answered(status, head, new String(body(in, bare), StandardCharsets.UTF_8));
    }

    private static byte[] body(InputStream in, Answered bare) throws IOException {
        String length = bare.header("Content-Length");
        if (!length.isEmpty()) {
            return in.readNBytes(Integer.parseInt(length));
        }
        if (!bare.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
            return in.readAllBytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        String line = line(in);
        while (!line.isBlank()) {
            head.append(line);
            line = line(in);
        }
        return head.toString();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = -1;
        while (octet != '\n') {
            octet = in.read();
            if (octet < 0) {
                throw new Closed();
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }

    /** The other side has ended the connection. */
    private static final class Closed extends IOException {}
}
