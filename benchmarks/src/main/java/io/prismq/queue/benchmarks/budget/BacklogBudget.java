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
import java.util.Locale;

/** What clients ask most, with many tasks stored, against the same with few. */
final class BacklogBudget implements Measurement {
    private static final List<Question> QUESTIONS =
            List.of(Question.CLAIM, Question.ENQUEUE, Question.GET, Question.STATS, Question.LIST);
    private static final double MEDIAN = 0.5;
    private static final int WARM_UP = 5;

    /** A server over a database with so many tasks. */
    private record Served(JavaProcess server, Mix mix, int tasks) implements AutoCloseable {
        static Served over(Bench bench, Mix mix, int tasks) throws IOException, SQLException {
            return new Served(bench.serve(bench.stored(mix, tasks)), mix, tasks);
        }

        double millis(Question question, int times) {
            return question.ask(server, tasks, times).millis(MEDIAN);
        }

        String words() {
            return mix == Mix.VARIED
                    ? "%,d stored".formatted(tasks)
                    : "%,d %s of other types".formatted(tasks, mix.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @Override
    public String id() {
        return "P6";
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        Effort effort = bench.effort();
        try (Served few = Served.over(bench, Mix.VARIED, effort.few());
                Served stored = Served.over(bench, Mix.VARIED, effort.most());
                Served scheduled = Served.over(bench, Mix.SCHEDULED, effort.many());
                Served queued = Served.over(bench, Mix.QUEUED, effort.many())) {
            List<Served> all = List.of(few, stored, scheduled, queued);
            QUESTIONS.forEach(question -> all.forEach(served -> served.millis(question, WARM_UP * effort.requests())));
            List<Row> rows = new ArrayList<>();
            for (Question question : QUESTIONS) {
                rows.addAll(compared(effort, question, all));
            }
            return rows;
        }
    }

    /** Each with the first; all are asked as often, so that none is warmer than the others. */
    private List<Row> compared(Effort effort, Question question, List<Served> all) throws IOException, SQLException {
        List<Pair.Trial> trials = all.stream()
                .<Pair.Trial>map(served -> () -> served.millis(question, effort.requests()))
                .toList();
        List<Series> times = Pair.inTurn(effort.pairs(), trials);
        List<Row> rows = new ArrayList<>();
        for (int n = 1; n < all.size(); n++) {
            Named named = new Named(
                    id(),
                    "%s, %s / %,d, p50".formatted(question.words(), all.get(n).words(), effort.few()));
            rows.add(Row.compared(named, Unit.MILLIS, times.get(n), times.get(0), Budget.atMost(1.5)));
        }
        return rows;
    }
}
