package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.server.ExitCode;
import io.prismq.queue.bootstrap.client.server.Server;
import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.client.view.TypeTable;
import io.prismq.queue.bootstrap.connection.Request;
import io.prismq.queue.bootstrap.terminal.Ages;
import io.prismq.queue.bootstrap.terminal.Table;
import io.prismq.queue.bootstrap.terminal.Table.Column;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Tells how the queue stands. */
@Command(
        name = "stats",
        description = {
            "Counts the tasks by status, and of each type.",
            "It also says how long the oldest queued one has waited."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.DONE_HELP, ExitCode.FAILED_HELP, ExitCode.USAGE_HELP, ExitCode.UNREACHABLE_HELP},
        footer = {"", "Example: prismq stats"})
public final class StatsCommand implements Callable<Integer> {
    @Mixin
    private final ServerOption option = new ServerOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        Server server = option.connect();
        output.answer(server.ask(Request.get("/api/queue/stats")), StatsCommand::table);
        if (!output.isJson()) {
            output.line("");
            output.table(
                    TypeTable.of(server.ask(Request.get("/api/queue/types")).body()));
        }
        return ExitCode.DONE.code();
    }

    private static Table table(JsonNode stats) {
        Table table = new Table(Column.of("STATUS"), Column.ofNumbers("TASKS"), Column.of("NOTE"));
        for (TaskStatus status : TaskStatus.values()) {
            table.row(status.word(), tasks(stats, status.word()), status == TaskStatus.QUEUED ? oldest(stats) : "");
        }
        return table.row("total", tasks(stats, "total"), "");
    }

    private static String tasks(JsonNode stats, String word) {
        return stats.path(word + "_tasks").asString("");
    }

    private static String oldest(JsonNode stats) {
        JsonNode age = stats.path("oldest_queued_age_seconds");
        return age.isNumber() ? "the oldest waits for " + Ages.of(Duration.ofSeconds(age.asLong())) : "";
    }
}
