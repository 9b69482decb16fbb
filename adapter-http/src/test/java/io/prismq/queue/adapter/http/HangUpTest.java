package io.prismq.queue.adapter.http;

import static io.prismq.queue.adapter.http.RawConnection.get;
import static io.prismq.queue.adapter.http.RawConnection.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.WaitingServer.Waiting;
import io.prismq.queue.adapter.http.exchange.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.LocalConnector.LocalEndPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HangUpTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String GET = get("/wait");
    private static final String POST = post("/wait", "{\"x\":1}");
    private static final String WORK = post("/work", "{}");

    private enum Leaving {
        CLOSE,
        RESET,
        CLOSE_HALF;

        void leave(RawConnection connection) {
            switch (this) {
                case CLOSE -> connection.close();
                case RESET -> connection.reset();
                case CLOSE_HALF -> connection.closeHalf();
            }
        }
    }

    private final WaitingServer server = new WaitingServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class DuringAWait {
        @ParameterizedTest
        @EnumSource(Leaving.class)
        void endsTheWaitOfAGet(Leaving leaving) throws InterruptedException {
            endsTheWait(GET, leaving);
        }

        @ParameterizedTest
        @EnumSource(Leaving.class)
        void endsTheWaitOfAPost(Leaving leaving) throws InterruptedException {
            endsTheWait(POST, leaving);
        }

        private void endsTheWait(String request, Leaving leaving) throws InterruptedException {
            try (RawConnection connection = server.connect()) {
                connection.send(request);
                Waiting waiting = server.next();

                leaving.leave(connection);

                assertThat(waiting.stopped()).succeedsWithin(SOON);
            }
        }

        @Test
        void isNoticedWhereTheConnectionHasServedOtherRequestsBefore() throws InterruptedException {
            RawConnection connection = server.connect();
            connection.send(POST);
            server.next().answer("first");
            connection.answer().has(200);
            connection.send(POST);
            Waiting second = server.next();

            connection.close();

            assertThat(second.stopped()).succeedsWithin(SOON);
        }

        @Test
        void stillAnswersAClientThatReads() throws InterruptedException {
            try (RawConnection connection = server.connect()) {
                connection.send(GET);
                server.next();

                connection.closeHalf();

                assertThat(connection.answer().has(200).text()).isEqualTo("\"stopped\"");
            }
        }

        @Test
        void ofAThousandClientsAtOnceEndsAllTheirWaits() throws InterruptedException {
            List<RawConnection> connections = new ArrayList<>();
            List<CompletableFuture<Void>> stopped = new ArrayList<>();
            for (int n = 0; n < 1000; n++) {
                RawConnection connection = server.connect();
                connection.send(POST);
                connections.add(connection);
                stopped.add(server.next().stopped());
            }

            connections.forEach(RawConnection::reset);

            assertThat(CompletableFuture.allOf(stopped.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(SOON);
            try (RawConnection another = server.connect()) {
                another.send(GET);
                server.next().answer("here");
                another.answer().has(200);
            }
        }
    }

    @Nested
    class AWaitThatIsAnswered {
        @ParameterizedTest
        @ValueSource(strings = {"GET", "POST"})
        void leavesTheConnectionToTheNext(String method) throws InterruptedException {
            String request = method.equals("GET") ? GET : POST;
            try (RawConnection connection = server.connect()) {
                for (int n = 0; n < 10; n++) {
                    connection.send(request);
                    Waiting waiting = server.next();
                    waiting.answer("answer " + n);

                    Answer answer = connection.answer().has(200);
                    assertThat(answer.text()).isEqualTo("\"answer " + n + "\"");
                    assertThat(answer.header("Connection")).isEmpty();
                    assertThat(waiting.stopped()).isNotDone();
                }
            }
        }

        @Test
        void isNotWatchedWhereTheConnectionIsNoSocket() throws Exception {
            try (LocalEndPoint connection = server.connectWithoutSocket()) {
                connection.addInput(GET);
                Waiting waiting = server.next();
                connection.addInputEOF();
                waiting.answer("unwatched");

                assertThat(connection.getResponse(false, SOON.toSeconds(), TimeUnit.SECONDS))
                        .endsWith("\"unwatched\"");
                assertThat(waiting.stopped()).isNotDone();
            }
        }
    }

    @Nested
    class TheNextRequest {
        @ParameterizedTest
        @ValueSource(strings = {"GET", "POST"})
        void endsTheWaitAndIsAnswered(String method) throws InterruptedException {
            String request = method.equals("GET") ? GET : POST;
            try (RawConnection connection = server.connect()) {
                connection.send(request);
                Waiting first = server.next();
                connection.send(request);

                assertThat(first.stopped()).succeedsWithin(SOON);
                assertThat(connection.answer().has(200).text()).isEqualTo("\"stopped\"");
                server.next().answer("second");
                assertThat(connection.answer().has(200).text()).isEqualTo("\"second\"");
            }
        }

        @Test
        void isAnsweredWhereItCameTogetherWithTheFirst() throws InterruptedException {
            try (RawConnection connection = server.connect()) {
                connection.send(POST + POST + GET);
                for (String word : List.of("first", "second", "third")) {
                    server.next().answer(word);

                    assertThat(connection.answer().has(200).text()).isEqualTo("\"" + word + "\"");
                }
            }
        }

        @Test
        void isAnsweredWhereItFillsTheBuffersOfTheServer() throws InterruptedException {
            String large = post("/wait", "\"" + "y".repeat(20_000) + "\"");
            try (RawConnection connection = server.connect()) {
                connection.send(POST + large);
                Waiting first = server.next();

                assertThat(first.stopped()).succeedsWithin(SOON);
                assertThat(connection.answer().has(200).text()).isEqualTo("\"stopped\"");
                server.next().answer("second");
                assertThat(connection.answer().has(200).text()).isEqualTo("\"second\"");
            }
        }
    }

    @Nested
    class AReplyThatNobodyReceives {
        private static final byte[] LARGE = new byte[64 << 20];

        private final AtomicInteger undone = new AtomicInteger();
        private final CompletableFuture<Void> undo = new CompletableFuture<>();

        @Test
        void isUndoneBeforeItIsWritten() throws InterruptedException {
            RawConnection connection = server.connect();
            connection.send(WORK);
            Waiting waiting = server.next();

            connection.close();
            waiting.reply().complete(undoable(Reply.ok("for nobody")));

            assertThat(undo).isCompleted();
            assertThat(undone).hasValue(1);
        }

        @Test
        void isUndoneWhereTheClientTakesOnlyPartOfIt() throws InterruptedException {
            RawConnection connection = server.connect();
            connection.send(WORK);
            server.next().reply().complete(undoable(new Reply(200, "text/plain", LARGE, Map.of(), null)));
            connection.peek();
            assertThat(undo).isNotDone();

            connection.reset();

            assertThat(undo).succeedsWithin(SOON);
            assertThat(undone).hasValue(1);
        }

        @Test
        void isUndoneWhereItCannotBeWrittenDown() throws InterruptedException {
            try (RawConnection connection = server.connect()) {
                connection.send(WORK);
                server.next().reply().complete(undoable(Reply.ok(new Unspeakable(1))));

                connection.answer().isProblem(500, "internal-error");
                assertThat(undone).hasValue(1);
            }
        }

        @Test
        void isRefusedToAClientThatClosedItsHalfAndReads() throws InterruptedException {
            try (RawConnection connection = server.connect()) {
                connection.send(POST);
                Waiting waiting = server.next();
                waiting.stopped().thenRun(() -> waiting.reply().complete(undoable(Reply.ok("secret"))));
                connection.closeHalf();

                connection.answer().isProblem(400, "bad-request");
                assertThat(undone).hasValue(1);
            }
        }

        @Test
        void isNotUndoneOnceItWasReceived() throws InterruptedException {
            try (RawConnection connection = server.connect()) {
                for (int n = 0; n < 10; n++) {
                    connection.send(WORK);
                    server.next().reply().complete(undoable(Reply.ok("received")));

                    assertThat(connection.answer().has(200).text()).isEqualTo("\"received\"");
                }
            }
            server.close();
            assertThat(undone).hasValue(0);
        }

        private Reply undoable(Reply reply) {
            return reply.ifUndelivered(() -> {
                undone.incrementAndGet();
                undo.complete(null);
            });
        }

        /** What no JSON can be made of. */
        record Unspeakable(int value) {
            @Override
            public int value() {
                throw new IllegalStateException("this cannot be told");
            }
        }
    }
}
