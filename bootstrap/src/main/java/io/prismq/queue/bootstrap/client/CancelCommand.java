package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.server.ExitCode;
import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.client.view.TaskView;
import io.prismq.queue.bootstrap.connection.Request;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Cancels tasks. */
@Command(
        name = "cancel",
        description = {
            "Cancels tasks, also while they run.",
            "A task that has completed or failed keeps its status: that is told, by exit code 1 too."
        },
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
        footer = {"", "Example: prismq cancel 2 3"})
public final class CancelCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "The tasks.")
    private List<Long> ids = List.of();

    @Mixin
    private final ServerOption option = new ServerOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        return new EachTask(option.connect(), output)
                .ask(
                        ids,
                        task -> Request.post(task + "/cancel"),
                        reply -> new TaskView(reply.body()).status().equals("cancelled"));
    }
}
