package io.prismq.queue.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditValuesTest {
    @ParameterizedTest
    @EnumSource(Action.class)
    void actionsAreKnownByTheirWords(Action action) {
        assertThat(action.word()).matches("[a-z_]+");
        assertThat(Action.of(action.word())).contains(action);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void outcomesAreKnownByTheirWords(Outcome outcome) {
        assertThat(outcome.word()).matches("[a-z_]+");
        assertThat(Outcome.of(outcome.word())).contains(outcome);
    }

    @Test
    void otherWordsAreNone() {
        assertThat(Action.of("CANCEL_TASK")).isEmpty();
        assertThat(Outcome.of("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, By.MAX_LENGTH + 1})
    void whoDidItHasAName(int length) {
        assertThatThrownBy(() -> new By("x".repeat(length), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a name is 1 to 300 characters long, not all blank");
    }
}
