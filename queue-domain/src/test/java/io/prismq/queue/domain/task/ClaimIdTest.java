package io.prismq.queue.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimIdTest {
    private static final ClaimId ID = new ClaimId("claim-1");

    @Test
    void isAnotherForEachCaller() {
        assertThat(ID.of("key 1"))
                .isEqualTo(new ClaimId("claim-1").of("key 1"))
                .isNotEqualTo(ID)
                .isNotEqualTo(ID.of("key 2"))
                .isNotEqualTo(new ClaimId("claim-2").of("key 1"));
    }

    @Test
    void isNeverTooLong() {
        assertThat(new ClaimId("c".repeat(ClaimId.MAX_LENGTH))
                        .of("n".repeat(300))
                        .value())
                .hasSizeLessThanOrEqualTo(ClaimId.MAX_LENGTH);
    }
}
