package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServerLifeTest extends ServerTest {
    @Nested
    class Health {
        @Test
        void isLiveAndReadyFromTheStart() {
            assertThat(caller.get("/health/live").has(200).text()).isEqualTo("{\"status\":\"live\",\"reasons\":[]}");
            assertThat(caller.get("/health/ready").has(200).text()).isEqualTo("{\"status\":\"ready\",\"reasons\":[]}");
        }

        @Test
        void tellsWhyItIsNotReady() {
            server.reasonsAgainstReady.addAll(List.of("the store is full"));

            assertThat(caller.get("/health/ready").has(503).text())
                    .isEqualTo("{\"status\":\"not_ready\",\"reasons\":[\"the store is full\"]}");
            caller.get("/health/live").has(200);
        }

        @Test
        void isStartingUntilAllThatIsStartedAfterItRuns() {
            try (HttpServer early = server.another(
                    new HttpSettings("127.0.0.1", 0, TestServer.STOP_TIMEOUT, TestServer.OPEN, Optional.empty()))) {
                early.start();
                Caller prober = new Caller(early.port());

                assertThat(prober.get("/health/ready").has(503).text())
                        .isEqualTo("{\"status\":\"starting\",\"reasons\":[\"the server is being started\"]}");
                prober.get("/health/live").has(200);
                prober.enqueued("{\"type\":\"a\"}");

                early.ready();
                prober.get("/health/ready").has(200);
                early.drain();
                assertThat(prober.get("/health/ready").has(503).word("status")).isEqualTo("draining");
            }
        }

        @Test
        void saysThatItDrains() {
            server.http.drain();

            assertThat(caller.get("/health/ready").has(503).text()).contains("draining");
            caller.get("/health/live").has(200);
        }
    }

    @Nested
    class Draining {
        @Test
        void refusesNewWorkAlone() {
            caller.enqueued("{\"type\":\"a\"}");
            Worker worker = new Worker(caller);
            Answer claimed = worker.claim("a");
            server.http.drain();

            for (Answer refused : List.of(
                    caller.enqueue("{\"type\":\"a\"}"),
                    caller.post("/api/queue/enqueue/batch", "{\"tasks\":[{\"type\":\"a\"}]}"),
                    caller.post("/api/queue/tasks/1/retry"),
                    caller.post("/api/system/maintenance/health-check"),
                    worker.claims("\"types\":[\"a\"]"))) {
                refused.isProblem(503, "draining");
                assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
            }
            caller.get("/api/queue/tasks/" + claimed.taskId()).has(200);
            assertThat(worker.says("heartbeat", claimed, "").has(200).word("directive"))
                    .isEqualTo("drain");
            worker.says("complete", claimed, "\"result\":1").has(200);
        }

        @Test
        void letsAWaitEndInItsTime() {
            long id = caller.enqueued("{\"type\":\"a\"}");
            CompletableFuture<Answer> waiting = caller.getLater("/api/queue/tasks/" + id + "?wait_seconds=20");
            server.http.drain();

            caller.post("/api/queue/tasks/" + id + "/cancel").has(200);

            assertThat(waiting.join().has(200).word("status")).isEqualTo("cancelled");
        }
    }

    @Nested
    class Starting {
        @Test
        void onATakenPortIsToldInOneSentence() {
            HttpSettings taken = new HttpSettings(
                    "127.0.0.1", server.http.port(), TestServer.STOP_TIMEOUT, TestServer.OPEN, Optional.empty());
            HttpServer second = server.another(taken);

            assertThatThrownBy(second::start)
                    .isInstanceOf(HttpServerException.class)
                    .hasMessage(
                            "cannot listen on 127.0.0.1:%d: another program listens there, or the port is not open"
                                    + " to this user",
                            taken.port());
        }

        @Test
        void onAnUnknownHostIsToldInOneSentence() {
            HttpServer lost = server.another(
                    new HttpSettings("host.invalid", 0, TestServer.STOP_TIMEOUT, TestServer.OPEN, Optional.empty()));

            assertThatThrownBy(lost::start)
                    .isInstanceOf(HttpServerException.class)
                    .hasMessageStartingWith("cannot listen on host.invalid:0");
        }
    }

    @Nested
    class Stopping {
        @Test
        void waitsForRequestsUnderWay() throws InterruptedException {
            CountDownLatch underWay = new CountDownLatch(1);
            SettableClock clock = new SettableClock();
            try (TestServer waited =
                    TestServer.start(new WatchedStore(new InMemoryTaskStore(clock), underWay), clock)) {
                Caller caller = waited.caller();
                long id = caller.enqueued("{\"type\":\"a\"}");
                CompletableFuture<Answer> waiting = caller.getLater("/api/queue/tasks/" + id + "?wait_seconds=60");
                underWay.await();

                CompletableFuture<Void> stopped = CompletableFuture.runAsync(waited.http::stop);
                awaitClosed(caller);
                waited.signals.close();

                assertThat(waiting.join().has(200).word("status")).isEqualTo("queued");
                stopped.join();
            }
        }

        /** The system may still take a connection that nobody accepts any more: then there is no answer. */
        private static void awaitClosed(Caller caller) {
            boolean answered = true;
            while (answered) {
                answered = caller.getLater("/health/live")
                        .orTimeout(2, TimeUnit.SECONDS)
                        .handle((answer, closed) -> closed == null)
                        .join();
            }
        }

        @Test
        void closesThePort() {
            server.close();

            assertThatThrownBy(() -> caller.get("/health/live"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(ConnectException.class);
        }
    }
}
