package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.server.ExitCode;
import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.connection.Request;
import io.prismq.queue.bootstrap.terminal.Ages;
import io.prismq.queue.bootstrap.terminal.Table;
import io.prismq.queue.bootstrap.terminal.Table.Column;
import io.prismq.queue.domain.port.SystemClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Lists who runs tasks. */
@Command(
        name = "workers",
        description = "Lists the workers and the tasks that each holds.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.DONE_HELP, ExitCode.FAILED_HELP, ExitCode.USAGE_HELP, ExitCode.UNREACHABLE_HELP},
        footer = {"", "Example: prismq workers"})
public final class WorkersCommand implements Callable<Integer> {
    @Mixin
    private final ServerOption option = new ServerOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        output.answer(option.connect().ask(Request.get("/api/queue/workers")), WorkersCommand::table);
        return ExitCode.DONE.code();
    }

    private static Table table(JsonNode workers) {
        Instant now = new SystemClock().now();
        Table table = new Table(
                Column.of("WORKER"),
                Column.ofNumbers("SEEN"),
                Column.ofNumbers("STUCK"),
                Column.of("RUNS"),
                Column.of("TYPES"));
        workers.forEach(worker -> table.row(
                worker.path("worker_id").asString(""),
                Ages.of(Duration.between(
                        Instant.parse(worker.path("last_seen_utc").asString("")), now)),
                worker.path("stuck_handlers").asString(""),
                joined(worker.path("running_tasks")),
                joined(worker.path("types"))));
        return table;
    }

    private static String joined(JsonNode values) {
        return values.isEmpty()
                ? "-"
                : values.valueStream().map(value -> value.asString("")).collect(Collectors.joining(","));
    }
}
