package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.data.Mix;
import io.prismq.queue.benchmarks.report.Budget;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Row.Named;
import io.prismq.queue.benchmarks.report.Unit;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What clients ask most, with many tasks stored, against the same with few. */
final class BacklogBudget implements Measurement {
    private static final List<Question> QUESTIONS =
            List.of(Question.CLAIM, Question.ENQUEUE, Question.GET, Question.STATS, Question.LIST);
    private static final double MEDIAN = 0.5;
    private static final int WARM_UP = 5;

    /** A server over a database with so many tasks. */
    private record Served(JavaProcess server, Mix mix, int tasks) {
        double millis(Question question, int times) {
            return question.ask(server, tasks, times).millis(MEDIAN);
        }

        String words() {
            return mix == Mix.VARIED
                    ? "%,d stored".formatted(tasks)
                    : "%,d %s of other types".formatted(tasks, mix.name().toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public String id() {
        return "P6";
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        Effort effort = bench.effort();
        List<Row> rows = new ArrayList<>();
        try (JavaProcess server = bench.serve(bench.stored(Mix.VARIED, effort.few()))) {
            Served small = new Served(server, Mix.VARIED, effort.few());
            rows.addAll(compared(bench, Mix.VARIED, effort.most(), small));
            rows.addAll(compared(bench, Mix.SCHEDULED, effort.many(), small));
            rows.addAll(compared(bench, Mix.QUEUED, effort.many(), small));
        }
        return rows;
    }

    private List<Row> compared(Bench bench, Mix mix, int tasks, Served small) throws IOException, SQLException {
        try (JavaProcess server = bench.serve(bench.stored(mix, tasks))) {
            Served large = new Served(server, mix, tasks);
            List<Row> rows = new ArrayList<>();
            for (Question question : QUESTIONS) {
                rows.add(compared(bench.effort(), question, large, small));
            }
            return rows;
        }
    }

    private Row compared(Effort effort, Question question, Served large, Served small)
            throws IOException, SQLException {
        int requests = effort.requests();
        large.millis(question, WARM_UP * requests);
        small.millis(question, WARM_UP * requests);
        Pair times = Pair.alternate(
                effort.pairs(), () -> large.millis(question, requests), () -> small.millis(question, requests));
        Named named = new Named(id(), "%s, %s / %,d, p50".formatted(question.words(), large.words(), effort.few()));
        return Row.compared(named, Unit.MILLIS, times.ours(), times.other(), Budget.atMost(1.5));
    }
}
