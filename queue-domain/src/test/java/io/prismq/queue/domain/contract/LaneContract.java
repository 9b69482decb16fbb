package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.LaneLimitException;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.testing.TaskBuilder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class LaneContract extends StoreTest {
    LaneContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void refusesOnePairOfTypeAndCompatibilityTooMany() {
        write(tx -> fill(tx, TaskStore.MAX_LANES));

        assertThat(failure(tx -> tx.insert(aTask().type("new").build()))).isInstanceOf(LaneLimitException.class);
        assertThat(failure(tx -> tx.insert(lane(TaskStore.MAX_LANES).build()))).isInstanceOf(LaneLimitException.class);
        assertThat(total()).isEqualTo(TaskStore.MAX_LANES);
        assertThat(insert(lane(0)).id().value()).isGreaterThan(TaskStore.MAX_LANES);
    }

    @Test
    void doesNotKeepThePairsOfAUnitThatThrew() {
        failure(tx -> {
            fill(tx, TaskStore.MAX_LANES);
            return tx.insert(aTask().type("new").build());
        });

        write(tx -> fill(tx, 1));

        assertThat(insert(aTask().type("new")).type().value()).isEqualTo("new");
    }

    private static int fill(TaskTransaction tx, int lanes) {
        IntStream.range(0, lanes).forEach(n -> tx.insert(lane(n).build()));
        return lanes;
    }

    private static TaskBuilder lane(int n) {
        return aTask().requires("\"tenant\":" + n);
    }
}
