package io.prismq.queue.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimStrategyTest {
    @Test
    void hasTheWordsThatWorkersSay() {
        assertThat(ClaimStrategy.values())
                .extracting(ClaimStrategy::word)
                .containsExactly("priority", "fifo", "lifo", "weighted_random");
    }
}
