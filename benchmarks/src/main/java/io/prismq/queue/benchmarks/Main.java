package io.prismq.queue.benchmarks;

import io.prismq.queue.benchmarks.budget.Bench;
import io.prismq.queue.benchmarks.budget.Budgets;
import io.prismq.queue.benchmarks.budget.Effort;
import io.prismq.queue.benchmarks.budget.Measurement;
import io.prismq.queue.benchmarks.report.Report;
import io.prismq.queue.benchmarks.report.Row;
import io.prismq.queue.benchmarks.report.Table;
import io.prismq.queue.benchmarks.side.BareServer;
import io.prismq.queue.benchmarks.side.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command behind {@code bin/bench}. */
public final class Main {
    private static final List<String> IDS =
            Budgets.ALL.stream().map(Measurement::id).toList();
    private static final int WRONG_USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        if (arguments.length == 1 && arguments[0].equals("bare")) {
            System.out.println("ready at http://127.0.0.1:" + BareServer.listen());
            return;
        }
        // Migrations of new databases have much to say.
        Logger.getLogger("").setLevel(Level.WARNING);
        try {
            System.exit(run(Options.parse(IDS, arguments)));
        } catch (Options.UsageException wrong) {
            System.err.println("bench: " + wrong.getMessage());
            System.exit(WRONG_USAGE);
        }
    }

    private static int run(Options options) throws IOException, SQLException {
        if (options.help()) {
            System.out.print(Options.USAGE.formatted(String.join(", ", IDS)));
            return 0;
        }
        try (Workshop workshop = Workshop.open()) {
            Program program = new Program(Path.of(System.getProperty("prismq.jar")));
            Effort effort = options.quick() ? Effort.QUICK : Effort.FULL;
            return measure(new Bench(program, workshop.directory(), effort, Main.class.getName()), options);
        }
    }

    private static int measure(Bench bench, Options options) throws IOException, SQLException {
        List<Row> rows = new ArrayList<>();
        for (Measurement measurement : Budgets.ALL) {
            if (options.wants(measurement.id())) {
                System.err.println("bench: measuring " + measurement.id());
                rows.addAll(measurement.run(bench));
            }
        }
        System.out.println(Table.of(rows));
        if (options.json().isPresent()) {
            Files.writeString(options.json().get(), Report.of(rows).json());
        }
        return options.guard() && rows.stream().anyMatch(Row::isAlarming) ? 1 : 0;
    }
}
