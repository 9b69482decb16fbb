package io.prismq.queue.benchmarks;

import io.prismq.queue.benchmarks.budget.Bench;
import io.prismq.queue.benchmarks.budget.Budgets;
import io.prismq.queue.benchmarks.budget.Effort;
import io.prismq.queue.benchmarks.budget.Measurement;
import io.prismq.queue.benchmarks.curve.Curves;
import io.prismq.queue.benchmarks.jmh.TransitionBenchmark;
import io.prismq.queue.benchmarks.report.Report;
import io.prismq.queue.benchmarks.report.Table;
import io.prismq.queue.benchmarks.side.BareServer;
import io.prismq.queue.benchmarks.side.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The command behind {@code bin/bench}. */
public final class Main {
    private static final List<String> IDS =
            Budgets.ALL.stream().map(Measurement::id).toList();
    private static final int BROKEN = 1;
    private static final int WRONG_USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) throws IOException, SQLException, RunnerException {
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

    private static int run(Options options) throws IOException, SQLException, RunnerException {
        if (options.help()) {
            System.out.print(Options.usage(IDS));
            return 0;
        }
        if (options.jmh()) {
            String hotPaths = TransitionBenchmark.class.getPackageName();
            new Runner(new OptionsBuilder().include(hotPaths).build()).run();
            return 0;
        }
        try (Workshop workshop = Workshop.open()) {
            Program program = new Program(
                    Path.of(System.getProperty("prismq.jar")), Path.of(System.getProperty("prismq.options")));
            Effort effort = options.quick() ? Effort.QUICK : Effort.FULL;
            try (Bench bench = new Bench(program, workshop.directory(), effort, Main.class.getName())) {
                return run(options, bench);
            }
        }
    }

    private static int run(Options options, Bench bench) throws IOException, SQLException {
        if (options.curves().isPresent()) {
            new Curves(bench).write(options.curves().get());
            return 0;
        }
        Run run = Run.of(Budgets.ALL.stream().filter(options::wants).toList(), bench, System.err);
        System.out.println(Table.of(run.rows()));
        if (!run.late().isEmpty()) {
            System.out.println("Not measured, for lack of time: " + String.join(", ", run.late()));
        }
        if (options.json().isPresent()) {
            Files.writeString(options.json().get(), Report.of(run.rows()).json());
        }
        return run.isBroken(options.guard()) ? BROKEN : 0;
    }
}
