package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowSenderTest extends ServerTest {
    /** More than the server has threads. */
    private static final int MANY = 300;

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void holdsUpNobodyElse() throws IOException {
        for (int n = 0; n < MANY; n++) {
            send("{\"type\":");
        }

        assertThat(caller.enqueue("{\"type\":\"b\"}").status()).isEqualTo(201);
    }

    @Test
    void isAnsweredOnceItHasSentAll() throws IOException {
        Socket socket = send("{\"type\":");

        caller.enqueue("{\"type\":\"b\"}");
        socket.getOutputStream().write("\"a\"}".getBytes(StandardCharsets.US_ASCII));

        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 201");
    }

    private Socket send(String beginning) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.http.port());
        slow.add(socket);
        socket.getOutputStream()
                .write(("POST /api/queue/enqueue HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 12\r\n\r\n" + beginning)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
