package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.data.Mix;
import io.prismq.queue.benchmarks.report.Budget;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Row.Named;
import io.prismq.queue.benchmarks.report.Series;
import io.prismq.queue.benchmarks.report.Unit;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the queue that this one follows promised, in milliseconds, on one connection over many tasks. */
final class PromiseBudget implements Measurement {
    private static final double SHARE = 0.99;
    private static final int WARM_UP = 5;

    /** Within which time the question was to be answered. */
    private record Promise(Question question, double millis) {}

    private static final List<Promise> PROMISES = List.of(
            new Promise(Question.ENQUEUE, 10),
            new Promise(Question.GET, 5),
            new Promise(Question.LIST, 10),
            new Promise(Question.STATS, 50),
            new Promise(Question.MAINTENANCE, 50));

    @Override
    public String id() {
        return "P9";
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        int stored = bench.effort().many();
        List<Row> rows = new ArrayList<>();
        try (JavaProcess server = bench.serve(bench.stored(Mix.QUEUED, stored))) {
            for (Promise promise : PROMISES) {
                Question question = promise.question();
                question.ask(server, stored, WARM_UP * bench.effort().requests());
                Named named = new Named(id(), "%s, %,d stored, p99".formatted(question.words(), stored));
                rows.add(Row.alone(
                        named,
                        p99(bench.effort(), question, server, stored),
                        Budget.atMost(promise.millis(), Unit.MILLIS)));
            }
        }
        return rows;
    }

    private static Series p99(Effort effort, Question question, JavaProcess server, int stored) {
        List<Double> readings = new ArrayList<>();
        for (int n = 0; n < effort.pairs(); n++) {
            readings.add(question.ask(server, stored, effort.requests()).millis(SHARE));
        }
        return new Series(readings);
    }
}
