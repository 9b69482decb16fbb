package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.LaneLimitException;
import io.prismq.queue.domain.port.PauseLimitException;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreClosedException;
import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreOutcomeUnknownException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.testing.SettableClock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoreFailureTest {
    private static final String SECRET = "SELECT secret FROM /var/lib/queue.db";

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of(new StoreBusyException(SECRET), "store-busy"),
                Arguments.of(new StoreFullException(SECRET), "store-full"),
                Arguments.of(new StoreReadOnlyException(SECRET), "store-read-only"),
                Arguments.of(new StoreOutcomeUnknownException(SECRET), "outcome-unknown"),
                Arguments.of(new StoreClosedException(SECRET), "draining"));
    }

    static Stream<RuntimeException> unforeseen() {
        return Stream.of(
                new StoreCorruptException(SECRET), new IllegalStateException(SECRET), new NullPointerException());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void thatPassIsToldWithATimeToTryAgain(RuntimeException failure, String slug) {
        try (TestServer server = TestServer.start(new FailingStore(failure), new SettableClock())) {
            Caller caller = server.caller();

            for (Answer answer : new Answer[] {caller.enqueue("{\"type\":\"a\"}"), caller.get("/api/queue/stats")}) {
                answer.isProblem(503, slug);
                assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
                assertThat(answer.text()).doesNotContain("secret", "/var");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("unforeseen")
    void thatNobodyForesawGivesNothingAway(RuntimeException failure) {
        try (TestServer server = TestServer.start(new FailingStore(failure), new SettableClock())) {
            Caller caller = server.caller();

            for (Answer answer : new Answer[] {
                caller.enqueue("{\"type\":\"a\"}"),
                caller.get("/api/queue/stats", "Accept", "text/html"),
                caller.get("/api/queue/tasks/1?wait_seconds=5"),
                caller.post("/api/queue/tasks/1/cancel"),
                caller.post("/api/system/maintenance/health-check")
            }) {
                answer.isProblem(500, "internal-error");
                assertThat(answer.text()).doesNotContain("secret", "/var");
            }
        }
    }

    @Test
    void byTooManyCompatibilitiesBlamesTheField() {
        try (TestServer server = TestServer.start(new FailingStore(new LaneLimitException()), new SettableClock())) {
            server.caller().enqueue("{\"type\":\"a\"}").blames("compatibility");
        }
    }

    @Test
    void byTooManyPausesBlamesTheField() {
        try (TestServer server = TestServer.start(new FailingStore(new PauseLimitException()), new SettableClock())) {
            server.caller().post("/api/queue/types/a/pause").blames("type");
        }
    }

    @Test
    void ofTheMachineGivesNothingAwayEither() {
        TestServer broken = TestServer.start(new OutOfMemoryStore(), new SettableClock());
        try (broken) {
            broken.caller().get("/api/queue/stats").isProblem(500, "internal-error");
            broken.caller().enqueue("{\"type\":\"a\"}").isProblem(500, "internal-error");
        }
    }
}
