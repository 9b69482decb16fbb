package io.prismq.queue.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {
    private final Throwable cause = new IllegalStateException("the driver's own");

    static Stream<BiFunction<String, Throwable, TaskStoreException>> withCause() {
        return Stream.of(
                StoreBusyException::new,
                StoreClosedException::new,
                StoreCorruptException::new,
                StoreFullException::new,
                StoreOutcomeUnknownException::new,
                StoreReadOnlyException::new,
                StoreSchemaException::new);
    }

    static Stream<Function<String, TaskStoreException>> withoutCause() {
        return Stream.of(
                StoreBusyException::new,
                StoreClosedException::new,
                StoreCorruptException::new,
                StoreFullException::new,
                StoreOutcomeUnknownException::new,
                StoreReadOnlyException::new,
                StoreSchemaException::new);
    }

    @ParameterizedTest
    @MethodSource("withCause")
    void keepsItsCause(BiFunction<String, Throwable, TaskStoreException> failure) {
        assertThat(failure.apply("a sentence", cause)).hasMessage("a sentence").hasCause(cause);
    }

    @ParameterizedTest
    @MethodSource("withoutCause")
    void needsNoCause(Function<String, TaskStoreException> failure) {
        assertThat(failure.apply("a sentence")).hasMessage("a sentence").hasNoCause();
    }

    @Test
    void ofAHandlerMayForbidARetry() {
        assertThat(new TaskRejectedException("a sentence"))
                .hasMessage("a sentence")
                .hasNoCause();
        assertThat(new TaskRejectedException("a sentence", cause)).hasCause(cause);
    }

    @Test
    void tellsTheLimitOfPauses() {
        assertThat(new PauseLimitException()).hasMessageContaining("10000");
    }

    @Test
    void tellsTheLimitOfLanes() {
        assertThat(new LaneLimitException()).hasMessageContaining("10000");
    }
}
