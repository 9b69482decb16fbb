package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.server.ExitCode;
import io.prismq.queue.bootstrap.client.server.Server;
import io.prismq.queue.bootstrap.client.view.AttemptTable;
import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.client.view.TaskDetails;
import io.prismq.queue.bootstrap.client.view.TaskView;
import io.prismq.queue.bootstrap.connection.Reply;
import io.prismq.queue.bootstrap.connection.Request;
import io.prismq.queue.domain.port.SystemClock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells about one task. */
@Command(
        name = "get",
        description = "Shows a task with its attempts.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            ExitCode.DONE_HELP,
            ExitCode.FAILED_HELP,
            ExitCode.USAGE_HELP,
            ExitCode.UNREACHABLE_HELP,
            ExitCode.NOT_FOUND_HELP
        },
        footer = {"", "Example: prismq get 1"})
public final class GetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The task.")
    private long id;

    @Mixin
    private final ServerOption option = new ServerOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        Server server = option.connect();
        Reply task = server.ask(Request.get("/api/queue/tasks/" + id));
        if (output.isJson()) {
            output.document(task.text());
            return ExitCode.DONE.code();
        }
        new TaskDetails(new TaskView(task.body()), new SystemClock().now())
                .lines()
                .forEach(output::line);
        Reply attempts = server.ask(Request.get("/api/queue/tasks/%d/attempts".formatted(id)));
        if (!attempts.body().isEmpty()) {
            output.line("");
            output.table(AttemptTable.of(attempts.body()));
        }
        return ExitCode.DONE.code();
    }
}
