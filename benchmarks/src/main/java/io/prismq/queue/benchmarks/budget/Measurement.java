package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.report.Row;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Measures what one budget bounds. */
public interface Measurement {
    /** By which it is asked for. */
    String id();

    /** Whether it is a part of a quick run. */
    default boolean isShort() {
        return false;
    }

    List<Row> run(Bench bench) throws IOException, SQLException;
}
