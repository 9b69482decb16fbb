package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.load.HttpLoad;
import io.prismq.queue.benchmarks.load.Script;
import io.prismq.queue.benchmarks.report.Budget;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Row.Named;
import io.prismq.queue.benchmarks.report.Unit;
import io.prismq.queue.benchmarks.side.Api;
import io.prismq.queue.benchmarks.side.BareDatabase;
import io.prismq.queue.benchmarks.side.BareQueue;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Batches of a thousand from two clients, against the same rows by bare JDBC in commits of a thousand. */
final class BatchBudget implements Measurement {
    @Override
    public String id() {
        return "P2";
    }

    @Override
    public boolean isShort() {
        return true;
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        byte[] batch = Api.batch(Api.task("bench.batch"), Api.BATCH);
        int batches = bench.effort().tasks() / Api.BATCH;
        JavaProcess ours = bench.warmProgram();
        try (BareDatabase database = BareDatabase.create(bench.directory().resolve("batch-bare.db"))) {
            BareQueue bare = new BareQueue(database);
            WarmUp.of(bench.effort().warmUp(), () -> overHttp(ours, batch, batches));
            WarmUp.of(bench.effort().warmUp(), () -> byJdbc(bare, batches));
            Pair rates = Pair.alternate(
                    bench.effort().pairs(), () -> overHttp(ours, batch, batches), () -> byJdbc(bare, batches));
            Named rate = new Named(id(), "tasks enqueued in batches of 1,000 / bare JDBC");
            return List.of(Row.compared(rate, Unit.PER_SECOND, rates.ours(), rates.other(), Budget.atLeast(0.60)));
        }
    }

    private static double overHttp(JavaProcess server, byte[] batch, int batches) {
        Iterator<byte[]> shared = Stream.generate(() -> batch).limit(batches).iterator();
        List<Script> clients = List.of(new Script(shared), new Script(shared));
        return HttpLoad.run(server.address(), clients).requireFlawless().perSecond() * Api.BATCH;
    }

    private static double byJdbc(BareQueue queue, int batches) throws SQLException {
        long begun = System.nanoTime();
        for (int n = 0; n < batches; n++) {
            queue.enqueue(Api.BATCH);
        }
        return batches * Api.BATCH * 1e9 / (System.nanoTime() - begun);
    }
}
