package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.report.Series;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Two sides that were read in turn. */
record Pair(Series ours, Series other) {
    /** Takes one reading. */
    interface Trial {
        double read() throws IOException, SQLException;
    }

    static Pair alternate(int pairs, Trial ours, Trial other) throws IOException, SQLException {
        List<Series> sides = inTurn(pairs, List.of(ours, other));
        return new Pair(sides.get(0), sides.get(1));
    }

    /** The readings of each side. Who comes first changes with each round, so that nobody always follows the same. */
    static List<Series> inTurn(int rounds, List<Trial> sides) throws IOException, SQLException {
        List<List<Double>> readings =
                sides.stream().<List<Double>>map(side -> new ArrayList<>()).toList();
        for (int round = 0; round < rounds; round++) {
            for (int n = 0; n < sides.size(); n++) {
                int turn = (round + n) % sides.size();
                readings.get(turn).add(sides.get(turn).read());
            }
        }
        return readings.stream().map(Series::new).toList();
    }
}
