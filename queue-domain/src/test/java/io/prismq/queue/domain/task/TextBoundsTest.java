package io.prismq.queue.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBoundsTest {
    private static final String ROCKET = "\ud83d\ude80";

    @Nested
    class ATaskType {
        @ParameterizedTest
        @ValueSource(strings = {"a", "Video.encode:v2_x-1"})
        void isAPlainName(String value) {
            assertThat(new TaskType(value)).hasToString(value);
        }

        @Test
        void isAtMost100CharactersLong() {
            assertThat(new TaskType("a".repeat(100)).value()).hasSize(100);
            assertThatIllegalArgumentException().isThrownBy(() -> new TaskType("a".repeat(101)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "a b", "a/b", "\u00e4", "a\n", "a\u0000"})
        void isNothingElse(String value) {
            assertThatIllegalArgumentException().isThrownBy(() -> new TaskType(value));
        }

        @Test
        void isOrderedByItsName() {
            assertThat(new TaskType("a")).isLessThan(new TaskType("b"));
        }
    }

    @Nested
    class AWorkerId {
        @ParameterizedTest
        @ValueSource(strings = {" ", "host-1/7 \u00e4"})
        void isAnyTextInOneLine(String value) {
            assertThat(new WorkerId(value)).hasToString(value);
        }

        @Test
        void isAtMost255CharactersLong() {
            assertThat(new WorkerId("w".repeat(255)).value()).hasSize(255);
            assertThatIllegalArgumentException().isThrownBy(() -> new WorkerId("w".repeat(256)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a\nb", "a\u0000", "\u007f", "\u0085"})
        void isNothingElse(String value) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WorkerId(value))
                    .withMessageContaining("worker id");
        }
    }

    @Nested
    class AClaimId {
        @ParameterizedTest
        @ValueSource(strings = {" ", "claim-1/7 \u00e4"})
        void isAnyTextInOneLine(String value) {
            assertThat(new ClaimId(value)).hasToString(value);
        }

        @Test
        void isAtMost255CharactersLong() {
            assertThat(new ClaimId("c".repeat(255)).value()).hasSize(255);
            assertThatIllegalArgumentException().isThrownBy(() -> new ClaimId("c".repeat(256)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a\nb", "a\u0000"})
        void isNothingElse(String value) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ClaimId(value))
                    .withMessageContaining("claim id");
        }
    }

    @Nested
    class AnIdempotencyKey {
        @Test
        void isAtMost255CharactersLong() {
            assertThat(new Idempotency("k".repeat(255), "f").key()).hasSize(255);
            assertThatIllegalArgumentException().isThrownBy(() -> new Idempotency("k".repeat(256), "f"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a\tb"})
        void isNothingElse(String key) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Idempotency(key, "f"))
                    .withMessageContaining("idempotency key");
        }

        @Test
        void isRepeatedByTheSameRequestAlone() {
            Idempotency first = new Idempotency("key", "request");

            assertThat(first.repeats(new Idempotency("key", "request"))).isTrue();
            assertThat(first.repeats(new Idempotency("key", "another"))).isFalse();
            assertThat(first.repeats(new Idempotency("another", "request"))).isFalse();
        }
    }

    @Nested
    class ALeaseToken {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "0123456789abcdef0123456789abcde",
                    "0123456789abcdef0123456789abcdef0",
                    "0123456789ABCDEF0123456789ABCDEF",
                    "0123456789abcdef0123456789abcdeg"
                })
        void is32HexadecimalDigits(String value) {
            assertThatIllegalArgumentException().isThrownBy(() -> new LeaseToken(value));
        }

        @Test
        void isNeverPrinted() {
            LeaseToken token = new LeaseToken("0123456789abcdef0123456789abcdef");

            assertThat(token.toString()).doesNotContain("0123");
        }
    }

    @Nested
    class AMessage {
        @Test
        void isKeptUpToItsBound() {
            assertThat(Failure.error("x".repeat(10_000)).message()).hasSize(10_000);
            assertThat(new Progress(1, "x".repeat(1000)).message()).hasSize(1000);
        }

        @Test
        void isCutBehindItsBound() {
            assertThat(Failure.error("x".repeat(10_001)).message()).hasSize(10_000);
            assertThat(new Progress(1, "x".repeat(1001)).message()).hasSize(1000);
        }

        @Test
        void isNotCutInTheMiddleOfACharacter() {
            assertThat(new Progress(1, "x".repeat(999) + ROCKET).message()).isEqualTo("x".repeat(999));
            assertThat(new Progress(1, "x".repeat(998) + ROCKET + "y").message())
                    .isEqualTo("x".repeat(998) + ROCKET);
        }
    }

    @Nested
    class AJsonText {
        @Test
        void isNeverEmpty() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Payload(""))
                    .withMessageContaining("payload");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Result(""))
                    .withMessageContaining("result");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "\u0080", "\u07ff", "\u0800", "\uffff", ROCKET})
        void isAtMostOneMebibyteOfUtf8(String character) {
            int bytes = character.getBytes(StandardCharsets.UTF_8).length;
            String largest = character.repeat(Payload.MAX_BYTES / bytes);
            String tooLarge = largest + "x".repeat(Payload.MAX_BYTES % bytes + 1);

            assertThat(new Payload(largest).json()).isEqualTo(largest);
            assertThatIllegalArgumentException().isThrownBy(() -> new Payload(tooLarge));
            assertThatIllegalArgumentException().isThrownBy(() -> new Result(tooLarge));
        }
    }
}
