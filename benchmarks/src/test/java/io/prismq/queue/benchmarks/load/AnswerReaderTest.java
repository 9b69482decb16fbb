package io.prismq.queue.benchmarks.load;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
    private static final String PLAIN = "HTTP/1.1 201 Created\r\nContent-Length: 5\r\nLocation: /1\r\n\r\nhello";

    private final AnswerReader reader = new AnswerReader();

    @Test
    void readsABodyOfALength() {
        Answer answer = requireNonNull(read(PLAIN));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.text()).isEqualTo("hello");
    }

    @Test
    void waitsForTheRestHoweverItIsCut() {
        for (int cut = 1; cut < PLAIN.length(); cut++) {
            assertThat(read(PLAIN.substring(0, cut))).as("cut at %d", cut).isNull();
            assertThat(requireNonNull(read(PLAIN.substring(cut))).text()).isEqualTo("hello");
        }
    }

    @Test
    void putsChunksTogether() {
        String chunked =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\nA\r\nlo, world!\r\n0\r\n\r\n";
        for (int cut = 1; cut < chunked.length(); cut++) {
            assertThat(read(chunked.substring(0, cut))).as("cut at %d", cut).isNull();
            assertThat(requireNonNull(read(chunked.substring(cut))).text()).isEqualTo("hello, world!");
        }
    }

    @Test
    void anAnswerWithoutContentHasNoBody() {
        assertThat(requireNonNull(read("HTTP/1.1 204 No Content\r\n\r\n")).text())
                .isEmpty();
        assertThat(requireNonNull(read("HTTP/1.1 503 Unavailable\r\ncontent-length:0\r\n\r\n"))
                        .isSuccess())
                .isFalse();
    }

    @Test
    void growsWithTheAnswer() {
        String body = "x".repeat(100_000);

        assertThat(requireNonNull(read("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + body))
                        .text())
                .isEqualTo(body);
    }

    private @Nullable Answer read(String part) {
        reader.take(ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8)));
        return reader.poll();
    }
}
