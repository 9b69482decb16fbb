package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.load.HttpLoad;
import io.prismq.queue.benchmarks.load.Repetition;
import io.prismq.queue.benchmarks.load.Requests;
import io.prismq.queue.benchmarks.report.Budget;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Row.Named;
import io.prismq.queue.benchmarks.report.Unit;
import io.prismq.queue.benchmarks.side.BareServer;
import io.prismq.queue.benchmarks.side.Fsync;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** One enqueue after the other, against what cannot be spared: a request and an fsync. */
final class SingleBudget implements Measurement {
    private static final double MEDIAN = 0.5;
    private static final int WARM_UP = 10;

    @Override
    public String id() {
        return "single";
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        byte[] nothing = Requests.get(BareServer.NOTHING);
        int requests = bench.effort().requests();
        JavaProcess ours = bench.warmProgram();
        JavaProcess bare = bench.warmBareServer();
        Duration warmUp = bench.effort().warmUp();
        WarmUp.of(warmUp, () -> 1 / millis(ours, EnqueueBudget.REQUEST, WARM_UP * requests));
        WarmUp.of(warmUp, () -> 1 / millis(bare, nothing, WARM_UP * requests));
        Pair times = Pair.alternate(
                bench.effort().pairs(),
                () -> millis(ours, EnqueueBudget.REQUEST, requests),
                () -> millis(bare, nothing, requests)
                        + Fsync.times(requests, bench.directory()).millis(MEDIAN));
        Named single = new Named(id(), "enqueue, 1 connection, p50 / an empty request and one fsync");
        return List.of(Row.compared(single, Unit.MILLIS, times.ours(), times.other(), Budget.atMost(1.5)));
    }

    private static double millis(JavaProcess server, byte[] request, int times) {
        return HttpLoad.run(server.address(), List.of(Repetition.times(times, request)))
                .requireFlawless()
                .latencies()
                .millis(MEDIAN);
    }
}
