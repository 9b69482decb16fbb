package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header by which a client says where it stands in a distributed trace. */
class TraceTest extends ServerTest {
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void isHandedToTheWorker() {
        caller.enqueue("{\"type\":\"a\"}", "traceparent", TRACEPARENT).has(201);

        assertThat(worker().claim("a").word("traceparent")).isEqualTo(TRACEPARENT);
    }

    @Test
    void isThatOfEachTaskOfABatch() {
        caller.post(
                        "/api/queue/enqueue/batch",
                        "{\"tasks\":[{\"type\":\"a\"},{\"type\":\"b\"}]}",
                        "traceparent",
                        TRACEPARENT)
                .has(201);

        assertThat(worker().claim("a").word("traceparent")).isEqualTo(TRACEPARENT);
        assertThat(worker().claim("b").word("traceparent")).isEqualTo(TRACEPARENT);
    }

    @Test
    void isNullWhereTheClientDoesNotTrace() {
        caller.enqueued("{\"type\":\"a\"}");

        assertThat(worker().claim("a").json().required("traceparent").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void isIgnoredWhereItIsMalformed(String malformed) {
        caller.enqueue("{\"type\":\"a\"}", "traceparent", malformed).has(201);

        assertThat(worker().claim("a").json().required("traceparent").isNull()).isTrue();
    }

    private Worker worker() {
        return new Worker(caller);
    }
}
