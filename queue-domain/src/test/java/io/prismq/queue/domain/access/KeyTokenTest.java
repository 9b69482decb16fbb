package io.prismq.queue.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTokenTest {
    private static final String WRITTEN = "prismq_0123456789ab_" + "0a".repeat(32);

    private final Random random = new Random(1);

    @Test
    void isReadAsItWasShown() {
        KeyToken drawn = KeyToken.draw(random);

        KeyToken read = KeyToken.parse(drawn.reveal()).orElseThrow();

        assertThat(read.id()).isEqualTo(drawn.id());
        assertThat(drawn.digest().fits(read)).isTrue();
    }

    @Test
    void isDrawnAnew() {
        assertThat(KeyToken.draw(random).reveal())
                .isNotEqualTo(KeyToken.draw(random).reveal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "prismq_",
                "prismq_0123456789ab",
                "prismq_0123456789AB_0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
                "prismq_0123456789ab_0a",
                "0123456789ab_0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
                "prismq_0123456789ab_0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a ",
            })
    void isNothingElse(String text) {
        assertThat(KeyToken.parse(text)).isEmpty();
    }

    @Test
    void hasADigestThatFitsNoOther() {
        KeyToken token = KeyToken.parse(WRITTEN).orElseThrow();
        KeyToken other = KeyToken.parse(WRITTEN.replaceFirst("a$", "b")).orElseThrow();

        assertThat(token.digest().fits(other)).isFalse();
    }

    @Test
    void hasTheDigestThatEveryToolComputes() {
        // printf '0a%.0s' $(seq 32) | sha256sum
        assertThat(KeyToken.parse(WRITTEN).orElseThrow().digest())
                .isEqualTo(new KeyDigest("2db6b2a7b2fbb5fbf2ea7fcbacb5e1645fb6bf3c0d606ce5b88a23533b32d4b8"));
    }

    @Test
    void doesNotTellItsSecret() {
        assertThat(KeyToken.parse(WRITTEN).orElseThrow()).hasToString("KeyToken[0123456789ab, hidden]");
    }

    @Test
    void hasADigestOfSixtyFourDigits() {
        assertThatThrownBy(() -> new KeyDigest("0A".repeat(32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the digest of a key is 64 lower-case hexadecimal digits");
        assertThatThrownBy(() -> new KeyId("0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the id of a key is 12 lower-case hexadecimal digits");
    }
}
