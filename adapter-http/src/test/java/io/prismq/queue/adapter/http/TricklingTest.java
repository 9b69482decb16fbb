package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.limit.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send an octet now and then, so that they are never silent for long ("Slowloris"). */
@Timeout(60)
class TricklingTest {
    private static final int MANY = 500;
    private static final String HEAD = "GET /api/queue/stats HTTP/1.1\r\nHost: localhost\r\n";
    private static final String POST = """
            POST /api/queue/enqueue HTTP/1.1
            Host: localhost
            Content-Type: application/json
            Content-Length: %d

            """.replace("\n", "\r\n");

    private final List<Socket> sockets = new ArrayList<>();
    private final ScheduledExecutorService clients = Executors.newSingleThreadScheduledExecutor();
    private TestServer server = TestServer.startWith(patient(2));

    @AfterEach
    void stop() throws IOException {
        clients.shutdownNow();
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    @Test
    void holdUpNobodyElseAndAreHungUpOn() throws IOException {
        for (int n = 0; n < MANY; n++) {
            trickle(connect(n % 2 == 0 ? HEAD : POST.formatted(1000)));
        }

        Caller other = server.caller();
        int answered = 0;
        while (!sockets.isEmpty()) {
            other.enqueue("{\"type\":\"a\"}").has(201);
            answered++;
            sockets.removeIf(TricklingTest::isAtItsEnd);
        }

        assertThat(answered).isPositive();
    }

    @Test
    void areHungUpOnAfterAnEarlierRequestAsWell() throws IOException {
        Socket socket = connect(HEAD + "\r\n");
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        trickle(socket);

        assertEnds(socket);
    }

    @Test
    void areHungUpOnWhereTheySayNothingAtAll() throws IOException {
        assertEnds(connect(""));
    }

    @Test
    void mayTakeLongOverABodyThatComesFastEnough() throws IOException {
        int length = 12_000;
        Socket socket = connect(POST.formatted(length) + "{\"type\":\"a\"");
        byte[] blanks = " ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        int[] rest = {length - "{\"type\":\"a\"".length() - 1};
        CompletableFuture<Void> sent = new CompletableFuture<>();
        clients.scheduleAtFixedRate(
                () -> {
                    int part = Math.min(blanks.length, rest[0]);
                    rest[0] -= part;
                    write(socket, blanks, part);
                    if (part == 0) {
                        write(socket, new byte[] {'}'}, 1);
                        sent.complete(null);
                        throw new IllegalStateException("enough");
                    }
                },
                0,
                300,
                TimeUnit.MILLISECONDS);
        sent.join();

        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 201");
    }

    @Test
    void areNotThoseThatWaitForAnAnswerOrForTheirNextRequest() throws IOException {
        server.close();
        server = TestServer.startWith(patient(1));
        Socket kept = connect(HEAD + "\r\n");
        byte[] before = kept.getInputStream().readNBytes(20);
        Caller caller = server.caller();
        CompletableFuture<Answer> waits =
                caller.postLater("/api/queue/claims", "{\"worker_id\":\"w\",\"types\":[\"a\"],\"wait_seconds\":4}");

        assertThat(waits.join().status()).isEqualTo(200);
        kept.getInputStream().skipNBytes(kept.getInputStream().available());
        write(kept, (HEAD + "\r\n").getBytes(StandardCharsets.US_ASCII), HEAD.length() + 2);
        assertThat(kept.getInputStream().readNBytes(20)).isEqualTo(before);
    }

    private static Limits patient(int seconds) {
        return Limits.DEFAULT.with(new Limits.Patience(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds), 1024));
    }

    private Socket connect(String beginning) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.http.port());
        socket.setSoTimeout(20_000);
        sockets.add(socket);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void trickle(Socket socket) {
        clients.scheduleAtFixedRate(() -> write(socket, new byte[] {'x'}, 1), 200, 500, TimeUnit.MILLISECONDS);
    }

    private static void write(Socket socket, byte[] bytes, int length) {
        try {
            socket.getOutputStream().write(bytes, 0, length);
        } catch (IOException hungUp) {
            throw new IllegalStateException(hungUp);
        }
    }

    private static boolean isAtItsEnd(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read(new byte[1000]) < 0;
        } catch (SocketException reset) {
            return true;
        } catch (IOException nothingYet) {
            return false;
        }
    }

    /** A connection that is cut while octets come in ends with a reset. */
    private static void assertEnds(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }
}
