package io.prismq.queue.bootstrap.db;

import io.prismq.queue.adapter.sqlite.care.DatabaseCare;
import io.prismq.queue.adapter.sqlite.care.DatabaseStats;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Tells how large a database is, and of what. */
@Command(
        name = "stats",
        description = "Tells how large a database is, and of what. Servers and workers may go on.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq db stats --db q.db"})
@SuppressWarnings("NullAway.Init")
final class StatsCommand implements Callable<Integer> {
    @Option(names = "--db", required = true, paramLabel = "PATH", description = "The database file.")
    private Path database;

    @Option(names = "--json", description = "Print one JSON object, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** What is printed, each part under the name that programs know. */
    private record Printed(Map<String, Long> sizes, Map<String, Long> tasks, Map<String, Long> rows) {
        static Printed of(DatabaseStats stats) {
            Map<String, Long> sizes = new LinkedHashMap<>();
            sizes.put("file_bytes", stats.fileBytes());
            sizes.put("log_bytes", stats.logBytes());
            sizes.put("page_bytes", stats.pageBytes());
            sizes.put("pages", stats.pages());
            sizes.put("free_pages", stats.freePages());
            sizes.put("schema_version", stats.schemaVersion());
            Map<String, Long> tasks = new LinkedHashMap<>();
            new TreeMap<>(stats.tasks()).forEach((status, count) -> tasks.put(status.word(), count));
            return new Printed(sizes, tasks, new TreeMap<>(stats.rows()));
        }
    }

    @Override
    public Integer call() {
        try (DatabaseCare care = DatabaseCare.open(database)) {
            Printed printed = Printed.of(care.stats());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(new JsonMapper().writeValueAsString(printed));
            } else {
                print(out, "file", printed.sizes());
                print(out, "tasks by status", printed.tasks());
                print(out, "rows by table", printed.rows());
            }
            out.flush();
            return 0;
        }
    }

    private static void print(PrintWriter out, String title, Map<String, Long> numbers) {
        out.println(title);
        numbers.forEach((name, number) -> out.printf("  %-15s %,15d%n", name.replace('_', ' '), number));
    }
}
