package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.data.Mix;
import io.prismq.queue.benchmarks.report.Budget;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Row.Named;
import io.prismq.queue.benchmarks.report.Unit;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** From the start of the process until it is ready, over a database with many tasks and over an empty one. */
final class StartBudget implements Measurement {
    @Override
    public String id() {
        return "P8";
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        int many = bench.effort().many();
        Path large = bench.stored(Mix.QUEUED, many);
        Path empty = bench.directory().resolve("empty.db");
        seconds(bench, empty);
        seconds(bench, large);
        Pair starts = Pair.alternate(bench.effort().pairs(), () -> seconds(bench, large), () -> seconds(bench, empty));
        Named ratio = new Named(id(), "start until ready, %,d tasks stored / none".formatted(many));
        return List.of(
                Row.compared(ratio, Unit.SECONDS, starts.ours(), starts.other(), Budget.atMost(1.2)),
                Row.alone(
                        new Named(id(), "start until ready, %,d tasks stored".formatted(many)),
                        starts.ours(),
                        Budget.atMost(2.5, Unit.SECONDS)));
    }

    private static double seconds(Bench bench, Path database) throws IOException {
        try (JavaProcess server = bench.serve(database)) {
            return server.startSeconds();
        }
    }
}
