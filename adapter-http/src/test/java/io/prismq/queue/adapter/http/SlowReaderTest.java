package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SlowReaderTest {
    /** A store that acknowledges everything from one thread. */
    private record OneThreadStore(TaskStore store, Executor thread) implements TaskStore {
        @Override
        public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes) {
            CompletableFuture<R> acknowledged = new CompletableFuture<>();
            store.<R>write(unit, heldBytes)
                    .whenComplete((value, error) -> thread.execute(() -> acknowledged.complete(value)));
            return acknowledged;
        }

        @Override
        public <R> R read(Function<? super TaskReads, ? extends R> query) {
            return store.read(query);
        }

        @Override
        public Subscription subscribe(Consumer<? super Commit> listener) {
            return store.subscribe(listener);
        }
    }

    @Test
    void holdsUpNobodyElse() throws IOException {
        SettableClock clock = new SettableClock();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (TestServer server = TestServer.start(new OneThreadStore(new InMemoryTaskStore(clock), thread), clock);
                Socket slow = new Socket()) {
            Caller caller = server.caller();
            for (int n = 0; n < 5; n++) {
                caller.enqueued("{\"type\":\"a\",\"payload\":{\"x\":\"" + "y".repeat(1_000_000) + "\"}}");
            }
            claimWithoutReading(slow, server.http.port());
            while (caller.get("/api/queue/stats")
                            .json()
                            .required("processing_tasks")
                            .asInt()
                    == 0) {
                Thread.onSpinWait();
            }

            assertThat(caller.enqueue("{\"type\":\"b\"}").status()).isEqualTo(201);
        } finally {
            thread.shutdownNow();
        }
    }

    private static void claimWithoutReading(Socket slow, int port) throws IOException {
        String body = "{\"worker_id\":\"w\",\"types\":[\"a\"],\"max_tasks\":100}";
        slow.setReceiveBufferSize(1024);
        slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        slow.getOutputStream()
                .write(("POST /api/queue/claims HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
