package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many who listen. */
class ListenersTest extends ServerTest {
    private static final int MANY = 1000;

    /** Those of the server's pool, and a few beside them. */
    private static final int FEW_THREADS = 250;

    private static final String LISTEN = RawConnection.get("/api/queue/events");

    @Test
    void hearTheSameEventWithoutAThreadForEach() {
        caller.enqueued("{\"type\":\"a\"}");
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        List<RawConnection> listeners = IntStream.range(0, MANY)
                .mapToObj(n -> new RawConnection(server.http.port()))
                .toList();
        listeners.forEach(listener -> listener.send(LISTEN));
        listeners.forEach(listener -> listener.readTo("retry: 2000"));

        caller.enqueued("{\"type\":\"a\"}");

        listeners.forEach(listener -> listener.readTo("\"task_id\":2"));
        assertThat(server.events.followers()).isEqualTo(MANY);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - before)
                .isLessThan(FEW_THREADS);
        listeners.forEach(RawConnection::close);
    }

    @Test
    void whoDoNotReadHoldUpNobody() {
        List<RawConnection> deaf = IntStream.range(0, 20)
                .mapToObj(n -> new RawConnection(server.http.port()))
                .toList();
        deaf.forEach(listener -> listener.send(LISTEN));
        try (EventReader reader = EventReader.open(caller, "")) {
            String task = "{\"type\":\"" + "a".repeat(100) + "\"}";
            String tasks = String.join(",", java.util.Collections.nCopies(1000, task));
            for (int n = 0; n < 30; n++) {
                caller.post("/api/queue/enqueue/batch", "{\"tasks\":[" + tasks + "]}")
                        .has(201);
            }

            IntStream.range(0, 30_000).forEach(n -> reader.next());
        }
        deaf.forEach(RawConnection::reset);
    }
}
