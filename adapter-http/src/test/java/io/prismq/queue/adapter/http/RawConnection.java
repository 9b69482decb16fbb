package io.prismq.queue.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection that is written to and closed by hand. */
final class RawConnection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** So that a large answer is under way as long as the test has not read it. */
    private static final int SMALL = 1024;

    private final Socket socket;

    RawConnection(int port) {
        try {
            socket = new Socket();
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setReceiveBufferSize(SMALL);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    static String post(String path, String json) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length() + "\r\n\r\n" + json;
    }

    void send(String requests) {
        try {
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Answer answer() {
        try {
            String head = head(socket.getInputStream());
            HttpHeaders headers = Caller.headers(head);
            int length = (int) headers.firstValueAsLong("Content-Length").orElse(0);
            String body = new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
            return new Answer(Integer.parseInt(head.split(" ", 3)[1]), body, headers);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads until a text has come. */
    void readTo(String text) {
        try {
            StringBuilder seen = new StringBuilder();
            while (seen.indexOf(text) < 0) {
                int octet = socket.getInputStream().read();
                if (octet < 0) {
                    throw new IOException("the connection ended after: " + seen);
                }
                seen.append((char) octet);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Waits for the beginning of an answer. */
    void peek() {
        try {
            socket.getInputStream().readNBytes(1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Closes the connection; the other side has been told when this returns. */
    @Override
    public void close() {
        close((int) PATIENCE.toSeconds());
    }

    /** Breaks the connection off, as a process does that ends without having read everything. */
    void reset() {
        close(0);
    }

    /** Sends no more, and still reads. */
    void closeHalf() {
        try {
            socket.shutdownOutput();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void close(int lingerSeconds) {
        if (socket.isClosed()) {
            return;
        }
        try {
            socket.setSoLinger(true, lingerSeconds);
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the connection ended after: " + head);
            }
            head.append((char) octet);
        }
        return head.toString().strip();
    }
}
