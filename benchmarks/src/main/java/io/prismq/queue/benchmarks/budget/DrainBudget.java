package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.load.HttpLoad;
import io.prismq.queue.benchmarks.load.WorkerTalk;
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
import java.util.stream.IntStream;

/** Four workers over HTTP empty the queue a hundred tasks at a time, against bare JDBC in commits of a hundred. */
final class DrainBudget implements Measurement {
    private static final String TYPE = "bench.drain";
    private static final String RESULT = "{\"sent\":true}";
    private static final int WORKERS = 4;

    @Override
    public String id() {
        return "P3";
    }

    @Override
    public boolean isShort() {
        return true;
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        int tasks = bench.effort().tasks();
        JavaProcess ours = bench.warmProgram();
        try (BareDatabase database = BareDatabase.create(bench.directory().resolve("drain-bare.db"))) {
            BareDrain bare = new BareDrain(database, RESULT);
            WarmUp.of(bench.effort().warmUp(), () -> overHttp(ours, tasks));
            WarmUp.of(bench.effort().warmUp(), () -> bare.tasksPerSecond(tasks));
            Pair rates = Pair.alternate(
                    bench.effort().pairs(), () -> overHttp(ours, tasks), () -> bare.tasksPerSecond(tasks));
            Named rate = new Named(id(), "tasks drained by 4 workers over HTTP / bare JDBC");
            return List.of(Row.compared(rate, Unit.PER_SECOND, rates.ours(), rates.other(), Budget.atLeast(0.50)));
        }
    }

    private static double overHttp(JavaProcess server, int tasks) {
        new Api(server).enqueue(Api.task(TYPE), tasks);
        List<WorkerTalk> workers = IntStream.range(0, WORKERS)
                .mapToObj(n -> new WorkerTalk("worker-" + n, TYPE, RESULT))
                .toList();
        long nanos = HttpLoad.run(server.address(), workers).requireFlawless().nanos();
        return tasks * 1e9 / nanos;
    }
}
