package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.data.Mix;
import io.prismq.queue.benchmarks.load.HttpLoad;
import io.prismq.queue.benchmarks.load.Requests;
import io.prismq.queue.benchmarks.load.Script;
import io.prismq.queue.benchmarks.report.Budget;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Row.Named;
import io.prismq.queue.benchmarks.report.Unit;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the process holds after the same little work, with many tasks stored and with few. */
final class MemoryBudget implements Measurement {
    static final Budget BOUND = Budget.atMost(350, Unit.MEBIBYTES);

    private static final int FEW = 1000;
    private static final int ROUNDS = 200;

    @Override
    public String id() {
        return "P7";
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        Path large = bench.stored(Mix.QUEUED, bench.effort().many());
        Path small = bench.stored(Mix.QUEUED, FEW);
        Pair memory = Pair.alternate(bench.effort().pairs(), () -> held(bench, large), () -> held(bench, small));
        String many = "%,d".formatted(bench.effort().many());
        Named ratio = new Named(id(), "memory with " + many + " queued tasks / 1,000");
        return List.of(
                Row.compared(ratio, Unit.MEBIBYTES, memory.ours(), memory.other(), Budget.atMost(1.2)),
                Row.alone(new Named(id(), "memory with " + many + " queued tasks"), memory.ours(), BOUND));
    }

    private static double held(Bench bench, Path database) throws IOException {
        try (JavaProcess server = bench.serve(database)) {
            HttpLoad.run(server.address(), List.of(Script.of(littleWork()))).requireFlawless();
            return server.residentMebibytes();
        }
    }

    private static List<byte[]> littleWork() {
        List<byte[]> requests = new ArrayList<>();
        for (int n = 1; n <= ROUNDS; n++) {
            requests.add(EnqueueBudget.REQUEST);
            requests.add(Requests.get("/api/queue/tasks/" + n));
            requests.add(Requests.get("/api/queue/tasks?limit=100"));
            requests.add(Requests.get("/api/queue/stats"));
        }
        return requests;
    }
}
