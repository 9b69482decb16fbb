package io.prismq.queue.benchmarks.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairTest {
    private final List<String> turns = new ArrayList<>();

    @Test
    void sidesAreReadInTurnAndTheFirstChanges() throws IOException, SQLException {
        Pair pair = Pair.alternate(3, side("ours", 2), side("other", 4));

        assertThat(turns).containsExactly("ours", "other", "other", "ours", "ours", "other");
        assertThat(pair.ours().values()).containsExactly(2.0, 2.0, 2.0);
        assertThat(pair.ours().ratioTo(pair.other()).median()).isEqualTo(0.5);
    }

    @Test
    void eachOfManySidesIsReadAsOften() throws IOException, SQLException {
        Pair.inTurn(2, List.of(side("a", 1), side("b", 1), side("c", 1)));

        assertThat(turns).containsExactly("a", "b", "c", "b", "c", "a");
    }

    private Pair.Trial side(String name, double reading) {
        return () -> {
            turns.add(name);
            return reading;
        };
    }
}
