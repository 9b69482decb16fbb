package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.report.Budget;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Row.Named;
import io.prismq.queue.benchmarks.report.Series;
import io.prismq.queue.benchmarks.report.Unit;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A thousand clients at once, against 64: as many are served, no request fails, and memory stays bounded. */
final class ConnectionsBudget implements Measurement {
    private static final int MANY = 1000;

    @Override
    public String id() {
        return "connections";
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        Effort effort = bench.effort();
        JavaProcess server = bench.warmProgram();
        EnqueueBudget.load(server, MANY, effort.window());
        Pair rates = Pair.alternate(
                effort.pairs(),
                () -> EnqueueBudget.load(server, MANY, effort.window()).perSecond(),
                () -> EnqueueBudget.load(server, EnqueueBudget.CONNECTIONS, effort.window())
                        .perSecond());
        Named rate = new Named(id(), "enqueue, 1,000 connections / 64");
        return List.of(
                Row.compared(rate, Unit.PER_SECOND, rates.ours(), rates.other(), Budget.atLeast(0.80)),
                Row.alone(
                        new Named(id(), "memory after 1,000 connections"),
                        Series.of(server.residentMebibytes()),
                        MemoryBudget.BOUND));
    }
}
