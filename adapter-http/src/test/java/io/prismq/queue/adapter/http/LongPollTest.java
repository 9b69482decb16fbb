package io.prismq.queue.adapter.http;

import static io.prismq.queue.domain.testing.Tasks.BY;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.application.access.ApiKeys;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims that wait for a task. */
class LongPollTest {
    private static final String WAIT = "\"types\":[\"a\"],\"wait_seconds\":60";
    private static final String NOTHING = "{\"tasks\":[]}";
    private static final int MANY = 1000;

    private final SettableClock clock = new SettableClock();
    private final CountingStore store = CountingStore.of(new InMemoryTaskStore(clock));
    private final TestServer server = TestServer.start(store, clock);
    private final Caller caller = server.caller();
    private final Worker worker = new Worker(caller);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersAtOnceWhereThereIsATask() {
        caller.enqueued("{\"type\":\"a\"}");

        assertThat(Worker.only(worker.claims(WAIT)).taskId()).isEqualTo(1);
    }

    @Test
    void answersAsSoonAsATaskIsEnqueued() throws InterruptedException {
        CompletableFuture<Answer> waiting = worker.claimsLater(WAIT);
        store.await(1);
        assertThat(waiting).isNotDone();

        caller.enqueued("{\"type\":\"a\"}");

        assertThat(Worker.only(waiting.join()).taskId()).isEqualTo(1);
    }

    @Test
    void givesNothingToTheOwnerOfAKeyThatWasRevokedMeanwhile() throws InterruptedException {
        ApiKeys.Created made = made();
        CompletableFuture<Answer> waiting = claimsLater(made);

        server.keys.revoke(made.key().id(), BY).toCompletableFuture().join();
        clock.advance(Duration.ofSeconds(1));
        long task = caller.enqueued("{\"type\":\"a\"}");

        assertThat(waiting.join().has(401).text()).contains("The key is worth nothing any more");
        assertThat(Worker.only(worker.claims(WAIT)).taskId()).isEqualTo(task);
    }

    @Test
    void endsWithTheKeyThatWasRevokedMeanwhile() throws InterruptedException {
        ApiKeys.Created made = made();
        CompletableFuture<Answer> waiting = claimsLater(made);

        server.keys.revoke(made.key().id(), BY).toCompletableFuture().join();
        clock.advance(Duration.ofSeconds(1));

        assertThat(waiting.orTimeout(30, TimeUnit.SECONDS).join().status()).isEqualTo(401);
    }

    private ApiKeys.Created made() throws InterruptedException {
        ApiKeys.Created made = server.keys
                .create("worker", new Grant(Set.of(Scope.WORK), Set.of()), Optional.empty(), BY)
                .toCompletableFuture()
                .join();
        clock.advance(Duration.ofSeconds(1));
        store.await(1);
        return made;
    }

    private CompletableFuture<Answer> claimsLater(ApiKeys.Created by) throws InterruptedException {
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> caller.post(
                "/api/queue/claims",
                "{\"worker_id\":\"w\"," + WAIT + "}",
                "Authorization",
                "Bearer " + by.token().reveal()));
        store.await(1);
        return waiting;
    }

    @Test
    void answersAsSoonAsATaskIsGivenBack() throws InterruptedException {
        caller.enqueued("{\"type\":\"a\"}");
        Answer held = worker.claim("a");
        store.await(2);
        CompletableFuture<Answer> waiting = worker.claimsLater(WAIT);
        store.await(1);

        worker.says("release", held, "").has(200);

        assertThat(Worker.only(waiting.join()).taskId()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"b\"}",
                "{\"type\":\"a\",\"compatibility\":{\"gpu\":true}}",
                "{\"type\":\"a\",\"run_after_utc\":\"2030-01-01T00:00:00Z\"}"
            })
    void goesOnWhereTheTaskIsForOthers(String task) throws InterruptedException {
        CompletableFuture<Answer> waiting = worker.claimsLater(WAIT);
        store.await(1);

        caller.enqueued(task);
        caller.enqueued("{\"type\":\"a\"}");

        assertThat(Worker.only(waiting.join()).taskId()).isEqualTo(2);
    }

    @Test
    void isEmptyWhenTheWaitEnds() {
        assertThat(worker.claims(WAIT.replace("60", "1")).has(200).text()).isEqualTo(NOTHING);
    }

    @Test
    void isEmptyAtOnceWhenTheServerDrains() throws InterruptedException {
        CompletableFuture<Answer> waiting = worker.claimsLater(WAIT);
        store.await(1);

        server.claimSignals.close();

        assertThat(waiting.join().has(200).text()).isEqualTo(NOTHING);
    }

    @Test
    void ofAWorkerThatHungUpTakesNoTask() throws InterruptedException {
        List<RawConnection> gone = IntStream.range(0, 20)
                .mapToObj(n -> new RawConnection(server.http.port()))
                .toList();
        gone.forEach(connection -> connection.send(RawConnection.post("/api/queue/claims", worker.claimBody(WAIT))));
        store.await(gone.size());
        gone.subList(0, 10).forEach(RawConnection::close);
        gone.subList(10, 20).forEach(RawConnection::reset);
        CompletableFuture<Answer> waiting = worker.claimsLater(WAIT);
        store.await(1);

        caller.enqueued("{\"type\":\"a\"}");

        assertThat(Worker.only(waiting.join()).json().required("attempts").asInt())
                .isEqualTo(1);
    }

    @Test
    void needsNoThreadWhileItWaitsAndOneTaskWakesOneOfAThousand() throws InterruptedException {
        List<CompletableFuture<Answer>> waiting =
                IntStream.range(0, MANY).mapToObj(n -> worker.claimsLater(WAIT)).toList();
        store.await(MANY);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(MANY / 2);

        caller.enqueued("{\"type\":\"a\"}");

        Object first = CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new))
                .join();
        assertThat(Worker.only((Answer) first).taskId()).isEqualTo(1);
        server.claimSignals.close();
        assertThat(waiting.stream().map(CompletableFuture::join).map(Answer::text))
                .filteredOn(NOTHING::equals)
                .hasSize(MANY - 1);
        assertThat(store.count()).hasValue(MANY + 2);
    }
}
