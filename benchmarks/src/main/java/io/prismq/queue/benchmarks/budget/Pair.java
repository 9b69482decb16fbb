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

    /** Which side comes first changes with each pair, so that neither always follows the other. */
    static Pair alternate(int pairs, Trial ours, Trial other) throws IOException, SQLException {
        List<Double> ourReadings = new ArrayList<>();
        List<Double> otherReadings = new ArrayList<>();
        for (int n = 0; n < pairs; n++) {
            if (n % 2 == 0) {
                ourReadings.add(ours.read());
                otherReadings.add(other.read());
            } else {
                otherReadings.add(other.read());
                ourReadings.add(ours.read());
            }
        }
        return new Pair(new Series(ourReadings), new Series(otherReadings));
    }
}
