package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.handler.NoopHandler;
import io.prismq.queue.benchmarks.handler.Plugin;
import io.prismq.queue.benchmarks.report.Budget;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Row.Named;
import io.prismq.queue.benchmarks.report.Unit;
import io.prismq.queue.benchmarks.side.Api;
import io.prismq.queue.benchmarks.side.BareDatabase;
import io.prismq.queue.benchmarks.side.BareDrain;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Handlers inside the process that do nothing empty the queue, against bare JDBC in commits of a hundred. */
final class HandlerBudget implements Measurement {
    private static final String RESULT = "{}";

    @Override
    public String id() {
        return "P4";
    }

    @Override
    public boolean isShort() {
        return true;
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        int tasks = bench.effort().tasks();
        String plugins = Plugin.pack(bench.directory()).toString();
        try (JavaProcess ours = bench.serveNew("handlers", "--plugins", plugins);
                BareDatabase database = BareDatabase.create(bench.directory().resolve("handlers-bare.db"))) {
            BareDrain bare = new BareDrain(database, RESULT);
            WarmUp.of(bench.effort().warmUp(), () -> drained(ours, tasks));
            WarmUp.of(bench.effort().warmUp(), () -> bare.tasksPerSecond(tasks));
            Pair rates = Pair.alternate(
                    bench.effort().pairs(), () -> drained(ours, tasks), () -> bare.tasksPerSecond(tasks));
            Named rate = new Named(id(), "tasks drained by handlers that do nothing / bare JDBC");
            return List.of(Row.compared(rate, Unit.PER_SECOND, rates.ours(), rates.other(), Budget.atLeast(0.60)));
        }
    }

    private static double drained(JavaProcess server, int tasks) {
        return new Api(server).drainedPerSecond(NoopHandler.TYPE, tasks);
    }
}
