package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.handler.NapHandler;
import io.prismq.queue.benchmarks.handler.Plugin;
import io.prismq.queue.benchmarks.report.Budget;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Row.Named;
import io.prismq.queue.benchmarks.report.Series;
import io.prismq.queue.benchmarks.report.Unit;
import io.prismq.queue.benchmarks.side.Api;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Handlers that take a while run side by side: as many times as fast as there are slots. */
final class SlotsBudget implements Measurement {
    private static final int SOME = 4;
    private static final int MANY = 16;

    @Override
    public String id() {
        return "P10";
    }

    @Override
    public List<Row> run(Bench bench) throws IOException, SQLException {
        try (JavaProcess one = serve(bench, 1);
                JavaProcess some = serve(bench, SOME);
                JavaProcess many = serve(bench, MANY)) {
            Effort effort = bench.effort();
            List<Series> rates = Pair.inTurn(
                    effort.pairs(),
                    List.of(
                            () -> perSlot(effort, one, 1),
                            () -> perSlot(effort, some, SOME),
                            () -> perSlot(effort, many, MANY)));
            return List.of(
                    compared(SOME, rates.get(1), 1, rates.get(0)), compared(MANY, rates.get(2), SOME, rates.get(1)));
        }
    }

    private Row compared(int slots, Series more, int fewer, Series less) {
        Named named = new Named(id(), "20 ms handlers, per slot, %d slots / %d".formatted(slots, fewer));
        return Row.compared(named, Unit.PER_SECOND, more, less, Budget.atLeast(0.80));
    }

    private static double perSlot(Effort effort, JavaProcess server, int slots) {
        int tasks = Math.toIntExact(slots * effort.window().toMillis() / NapHandler.MILLIS);
        return new Api(server).drainedPerSecond(NapHandler.TYPE, tasks) / slots;
    }

    private static JavaProcess serve(Bench bench, int slots) throws IOException {
        Path configuration = Files.writeString(
                bench.directory().resolve("slots-%d.yaml".formatted(slots)), "worker: {slots: %d}".formatted(slots));
        return bench.serveNew(
                "slots-" + slots,
                "--config",
                configuration.toString(),
                "--plugins",
                Plugin.pack(bench.directory()).toString());
    }
}
