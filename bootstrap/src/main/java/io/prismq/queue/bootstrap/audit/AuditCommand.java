package io.prismq.queue.bootstrap.audit;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.bootstrap.terminal.DurationConverter;
import io.prismq.queue.bootstrap.terminal.Screen;
import io.prismq.queue.bootstrap.terminal.Table;
import io.prismq.queue.bootstrap.terminal.Table.Column;
import io.prismq.queue.domain.audit.AuditEntry;
import io.prismq.queue.domain.audit.AuditQuery;
import io.prismq.queue.domain.port.SystemClock;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Prints who did what. */
@Command(
        name = "audit",
        description = {
            "Prints what operators did, the newest first: when, who, from where, what, and what became of it.",
            "Servers and workers may go on."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Example: prismq audit --db q.db --since 7d"})
@SuppressWarnings("NullAway.Init")
public final class AuditCommand implements Callable<Integer> {
    private static final int PAGE = 1000;

    @Option(names = "--db", required = true, paramLabel = "PATH", description = "The database file.")
    private Path path;

    @Option(
            names = "--since",
            paramLabel = "SPAN",
            converter = DurationConverter.class,
            description = "Only what was done in this time, as 12h or 7d; all that is kept without it.")
    private @Nullable Duration since;

    @Option(names = "--json", description = "Print a JSON object a line, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.exists(path)) {
            throw new ParameterException(spec.commandLine(), "there is no file " + path);
        }
        PrintWriter out = spec.commandLine().getOut();
        SystemClock clock = new SystemClock();
        Instant from = since == null ? Instant.MIN : clock.now().minus(since);
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(path), clock)) {
            eachPage(new Audit(store), from, json ? lines(out) : table(out));
        }
        out.flush();
        return 0;
    }

    /** A clock that was set back may leave something later behind what is too old: that is not looked for. */
    private static void eachPage(Audit audit, Instant from, Consumer<List<Printed>> printing) {
        AuditQuery query = AuditQuery.newest(PAGE);
        boolean more = true;
        while (more) {
            List<AuditEntry> page = audit.list(query);
            List<AuditEntry> wanted =
                    page.stream().takeWhile(entry -> !entry.at().isBefore(from)).toList();
            printing.accept(wanted.stream().map(Printed::of).toList());
            more = wanted.size() == PAGE;
            query = more ? query.before(page.get(PAGE - 1).id()) : query;
        }
    }

    private static Consumer<List<Printed>> lines(PrintWriter out) {
        JsonMapper mapper = new JsonMapper();
        return page -> page.forEach(entry -> out.println(mapper.writeValueAsString(entry)));
    }

    private static Consumer<List<Printed>> table(PrintWriter out) {
        Screen screen = Screen.ofThisProcess();
        Table table = new Table(
                Column.of("AT"),
                Column.of("ACTOR"),
                Column.of("ADDRESS"),
                Column.of("ACTION"),
                Column.of("TARGET"),
                Column.of("OUTCOME"));
        return page -> {
            page.forEach(entry -> table.row(
                    entry.at_utc(),
                    entry.actor(),
                    Objects.requireNonNullElse(entry.address(), "-"),
                    entry.action(),
                    Objects.requireNonNullElse(entry.target(), "-"),
                    entry.outcome()));
            table.print(out, screen);
        };
    }
}
