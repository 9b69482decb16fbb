package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.handler.Plugin;
import io.prismq.queue.benchmarks.handler.StampHandler;
import io.prismq.queue.benchmarks.load.HttpLoad;
import io.prismq.queue.benchmarks.load.Latencies;
import io.prismq.queue.benchmarks.load.Paced;
import io.prismq.queue.benchmarks.load.Requests;
import io.prismq.queue.benchmarks.report.Budget;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Row.Named;
import io.prismq.queue.benchmarks.report.Series;
import io.prismq.queue.benchmarks.report.Unit;
import io.prismq.queue.benchmarks.side.Api;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** From the moment in which a client sends a task to the moment in which its handler begins. */
final class ReactionBudget implements Measurement {
    private static final int CONNECTIONS = 20;
    private static final int PER_SECOND = 500;
    private static final int WARM_UP_SECONDS = 5;
    private static final String TIMES = """
            SELECT (r.json ->> '$.began_ns') - (t.payload ->> '$.sent_ns')
            FROM task t JOIN task_result r ON r.task_id = t.id ORDER BY t.id DESC LIMIT %d""";

    @Override
    public String id() {
        return "P5";
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        Path database = bench.directory().resolve("reaction.db");
        String plugins = Plugin.pack(bench.directory()).toString();
        List<Double> p50 = new ArrayList<>();
        List<Double> p99 = new ArrayList<>();
        try (JavaProcess server = bench.serve(database, "--plugins", plugins)) {
            enqueue(server, WARM_UP_SECONDS * PER_SECOND);
            for (int n = 0; n < bench.effort().pairs(); n++) {
                int tasks = Math.toIntExact(bench.effort().window().toMillis() * PER_SECOND / 1000);
                enqueue(server, tasks);
                Latencies reactions = reactions(database, tasks);
                p50.add(reactions.millis(0.5));
                p99.add(reactions.millis(0.99));
            }
        }
        return List.of(
                Row.alone(
                        new Named(id(), "enqueue sent until the handler begins, 500 tasks/s, p50"),
                        new Series(p50),
                        Budget.atMost(3, Unit.MILLIS)),
                Row.alone(new Named(id(), "the same, p99"), new Series(p99), Budget.atMost(15, Unit.MILLIS)));
    }

    private static void enqueue(JavaProcess server, int tasks) {
        HttpLoad.run(server.address(), Paced.on(CONNECTIONS, PER_SECOND, tasks, ReactionBudget::stamped))
                .requireFlawless();
        new Api(server).awaitIdle();
    }

    private static byte[] stamped(long nanos) {
        String payload = "{\"sent_ns\":%d}".formatted(nanos);
        return Requests.post(
                "/api/queue/enqueue", "{\"type\":\"%s\",\"payload\":%s}".formatted(StampHandler.TYPE, payload));
    }

    private static Latencies reactions(Path database, int tasks) throws SQLException {
        Latencies found = new Latencies();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet times = statement.executeQuery(TIMES.formatted(tasks))) {
            while (times.next()) {
                found.add(times.getLong(1));
            }
        }
        return found;
    }
}
