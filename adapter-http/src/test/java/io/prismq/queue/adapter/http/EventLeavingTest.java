package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.application.events.EventFilter;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody is followed for who has left, or never was there to listen. */
class EventLeavingTest extends ServerTest {
    /** Shorter than it takes until a write to who is gone fails. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final String LISTEN = RawConnection.get("/api/queue/events");

    private static final String CONNECT = """
            GET /api/queue/ws HTTP/1.1
            Host: localhost
            Connection: Upgrade
            Upgrade: websocket
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

            """.replace("\n", "\r\n");

    @Test
    void isNoticedWhereTheConnectionIsClosed() {
        isNoticed(RawConnection::close);
    }

    @Test
    void isNoticedWhereTheConnectionIsBrokenOff() {
        isNoticed(RawConnection::reset);
    }

    @Test
    void isNoticedWhereTheListenerSaysThatItHasNothingToSay() {
        isNoticed(RawConnection::closeHalf);
    }

    @Test
    void isNoticedOfAWebSocket() {
        RawConnection listener = listen(CONNECT, "101 ");

        listener.reset();

        awaitFollowers(0);
    }

    @Test
    void leavesTheOthersAlone() {
        List<RawConnection> listeners = IntStream.range(0, 20)
                .mapToObj(n -> listen(LISTEN, "retry: 2000"))
                .toList();
        listeners.subList(0, 10).forEach(RawConnection::close);
        awaitFollowers(10);

        caller.enqueued("{\"type\":\"a\"}");

        listeners.subList(10, 20).forEach(listener -> listener.readTo("\"task_id\":1"));
        listeners.subList(10, 20).forEach(RawConnection::close);
    }

    @Test
    void isNoneWhereNobodyListens() {
        for (int n = 0; n < 10; n++) {
            assertThat(caller.send(caller.request("/api/queue/events")
                                    .method("HEAD", BodyPublishers.noBody())
                                    .build())
                            .status())
                    .isEqualTo(200);
        }

        assertThat(server.events.followers()).isZero();
    }

    @Test
    void makesRoomForOthers() {
        IntStream.range(1, EventFeed.MOST_FOLLOWERS)
                .forEach(n -> server.events.follow(OptionalLong.empty(), EventFilter.ALL));
        RawConnection last = listen(LISTEN, "retry: 2000");
        Answer refused = caller.get("/api/queue/events").has(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(caller.raw(
                                CONNECT.replace("Connection: Upgrade", "Connection: close, Upgrade"),
                                java.nio.charset.StandardCharsets.US_ASCII)
                        .has(503)
                        .header("Retry-After"))
                .isEqualTo("5");

        last.close();
        awaitFollowers(EventFeed.MOST_FOLLOWERS - 1);

        listen(LISTEN, "retry: 2000").close();
    }

    private void isNoticed(Consumer<RawConnection> leaving) {
        RawConnection listener = listen(LISTEN, "retry: 2000");

        leaving.accept(listener);

        awaitFollowers(0);
    }

    private RawConnection listen(String request, String greeting) {
        int before = server.events.followers();
        RawConnection listener = new RawConnection(server.http.port());
        listener.send(request);
        listener.readTo(greeting);
        awaitFollowers(before + 1);
        return listener;
    }

    private void awaitFollowers(int number) {
        long deadline = System.nanoTime() + AT_ONCE.toNanos();
        while (server.events.followers() != number && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(server.events.followers()).isEqualTo(number);
    }
}
