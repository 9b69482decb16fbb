package io.prismq.queue.benchmarks;

import io.prismq.queue.benchmarks.budget.Bench;
import io.prismq.queue.benchmarks.budget.Measurement;
import io.prismq.queue.benchmarks.load.LoadException;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.side.SideException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What was measured.
 *
 * @param failed the ids of what could not be measured
 * @param late the ids of what there was no time for
 */
record Run(List<Row> rows, List<String> failed, List<String> late) {
    /** Measures one after the other, while there is time; what fails does not keep the others from their turn. */
    static Run of(List<Measurement> measurements, Bench bench, PrintStream progress) throws IOException, SQLException {
        List<Row> rows = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<String> late = new ArrayList<>();
        long begun = System.nanoTime();
        for (Measurement measurement : measurements) {
            if (System.nanoTime() - begun > bench.effort().patience().toNanos()) {
                late.add(measurement.id());
                continue;
            }
            progress.println("bench: measuring " + measurement.id());
            long begins = System.nanoTime();
            try {
                rows.addAll(measurement.run(bench));
                progress.printf(
                        "bench: %s took %d s%n",
                        measurement.id(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begins));
            } catch (LoadException | SideException | UncheckedIOException failure) {
                progress.println("bench: " + measurement.id() + " failed: " + failure.getMessage());
                failed.add(measurement.id());
            }
        }
        return new Run(rows, failed, late);
    }

    /**
     * Whether the command has to end as failed: something could not be measured, or the guard has something to say.
     *
     * @param isGuarded whether the guard is asked
     */
    boolean isBroken(boolean isGuarded) {
        return !failed.isEmpty() || (isGuarded && rows.stream().anyMatch(Row::isAlarming));
    }
}
