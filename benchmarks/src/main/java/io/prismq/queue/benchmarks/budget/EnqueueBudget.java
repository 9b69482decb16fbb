package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.load.HttpLoad;
import io.prismq.queue.benchmarks.load.Repetition;
import io.prismq.queue.benchmarks.load.Tally;
import io.prismq.queue.benchmarks.report.Budget;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Row.Named;
import io.prismq.queue.benchmarks.report.Series;
import io.prismq.queue.benchmarks.report.Unit;
import io.prismq.queue.benchmarks.side.Api;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Single enqueues on 64 connections, against a server that stores nothing. */
final class EnqueueBudget implements Measurement {
    static final byte[] REQUEST = Api.single(Api.task("bench.enqueue"));

    static final int CONNECTIONS = 64;

    private static final double SHARE = 0.99;

    @Override
    public String id() {
        return "P1";
    }

    @Override
    public boolean isShort() {
        return true;
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        Effort effort = bench.effort();
        JavaProcess ours = bench.warmProgram();
        JavaProcess bare = bench.warmBareServer();
        List<Double> p99 = new ArrayList<>();
        Pair rates = Pair.alternate(
                effort.pairs(),
                () -> {
                    Tally tally = load(ours, CONNECTIONS, effort.window());
                    p99.add(tally.latencies().millis(SHARE));
                    return tally.perSecond();
                },
                () -> load(bare, CONNECTIONS, effort.window()).perSecond());
        Named rate = new Named(id(), "enqueue, 64 connections / a server that stores nothing");
        return List.of(
                Row.compared(rate, Unit.PER_SECOND, rates.ours(), rates.other(), Budget.atLeast(0.70)),
                Row.alone(
                        new Named(id(), "enqueue, 64 connections, p99"),
                        new Series(p99),
                        Budget.atMost(25, Unit.MILLIS)));
    }

    static Tally load(JavaProcess server, int connections, Duration length) {
        return HttpLoad.run(server.address(), Repetition.on(connections, length, REQUEST))
                .requireFlawless();
    }
}
