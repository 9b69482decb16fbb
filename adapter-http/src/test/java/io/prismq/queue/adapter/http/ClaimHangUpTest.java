package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was claimed for a client that hung up. */
class ClaimHangUpTest {
    private static final String CLAIM = RawConnection.post(
            "/api/queue/claims", "{\"worker_id\":\"w\",\"types\":[\"a\"],\"max_tasks\":100,\"lease_seconds\":86400}");

    private final SettableClock clock = new SettableClock();
    private final InMemoryTaskStore store = new InMemoryTaskStore(clock);
    private final Semaphore written = new Semaphore(0);
    private final CompletableFuture<Void> acknowledge = new CompletableFuture<>();
    private final TestServer server = TestServer.start(store, clock);
    private final TestServer held = TestServer.start(new HeldStore(store, written, acknowledge), clock);
    private final Caller caller = server.caller();

    @AfterEach
    void stop() {
        held.close();
        server.close();
    }

    @Test
    void isBackAtOnceWhereItClosedTheConnection() throws InterruptedException {
        isBackAtOnceAfter(RawConnection::close);
    }

    @Test
    void isBackAtOnceWhereItBrokeTheConnectionOff() throws InterruptedException {
        isBackAtOnceAfter(RawConnection::reset);
    }

    private void isBackAtOnceAfter(Consumer<RawConnection> leaving) throws InterruptedException {
        long first = caller.enqueued("{\"type\":\"a\"}");
        long second = caller.enqueued("{\"type\":\"a\"}");
        RawConnection worker = new RawConnection(held.http.port());
        worker.send(CLAIM);
        awaitWrites(1);
        isProcessing(first);

        leaving.accept(worker);
        acknowledge.complete(null);

        awaitWrites(1);
        isQueuedUnharmed(first);
        isQueuedUnharmed(second);
    }

    /** The other answer may have reached the worker. */
    @Test
    void staysItsWorkersWhereTheSameClaimWasAskedForBefore() throws InterruptedException {
        long id = caller.enqueued("{\"type\":\"a\"}");
        String claim = RawConnection.post(
                "/api/queue/claims",
                "{\"worker_id\":\"w\",\"types\":[\"a\"],\"claim_id\":\"c\",\"lease_seconds\":86400}");
        try (RawConnection worker = new RawConnection(held.http.port())) {
            worker.send(claim);
            awaitWrites(1);
            RawConnection again = new RawConnection(held.http.port());
            again.send(claim);
            awaitWrites(1);

            again.reset();
            acknowledge.complete(null);

            assertThat(worker.answer().has(200).json().required("tasks")).hasSize(1);
        }
        held.close();
        isProcessing(id);
        assertThat(written.availablePermits()).isZero();
    }

    @Test
    void isBackAtOnceWhereItTookOnlyPartOfTheAnswer() throws InterruptedException {
        acknowledge.complete(null);
        String large = "{\"type\":\"a\",\"payload\":{\"x\":\"" + "y".repeat(1_000_000) + "\"}}";
        for (int n = 0; n < 4; n++) {
            caller.enqueued(large);
        }
        RawConnection worker = new RawConnection(held.http.port());
        worker.send(CLAIM);
        worker.peek();
        awaitWrites(1);

        worker.reset();

        awaitWrites(1);
        for (long id = 1; id <= 4; id++) {
            isQueuedUnharmed(id);
        }
    }

    @Test
    void staysItsWorkersWhereTheAnswerWasReceived() throws InterruptedException {
        acknowledge.complete(null);
        long id = caller.enqueued("{\"type\":\"a\"}");
        try (RawConnection worker = new RawConnection(held.http.port())) {
            worker.send(CLAIM);
            assertThat(worker.answer().has(200).json().required("tasks")).hasSize(1);
        }

        held.close();
        isProcessing(id);
        assertThat(written.availablePermits()).isOne();
    }

    private void awaitWrites(int writes) throws InterruptedException {
        assertThat(written.tryAcquire(writes, 30, TimeUnit.SECONDS)).isTrue();
    }

    private void isProcessing(long id) {
        assertThat(caller.get("/api/queue/tasks/" + id).word("status")).isEqualTo("processing");
    }

    private void isQueuedUnharmed(long id) {
        Answer task = caller.get("/api/queue/tasks/" + id).has(200);
        assertThat(task.word("status")).isEqualTo("queued");
        assertThat(task.json().required("attempts").asInt()).isZero();
        assertThat(task.json().required("locked_by").isNull()).isTrue();
    }
}
