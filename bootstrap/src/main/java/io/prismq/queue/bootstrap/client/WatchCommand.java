package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.follow.TaskFollower;
import io.prismq.queue.bootstrap.client.server.ExitCode;
import io.prismq.queue.bootstrap.client.view.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Follows a task to its end. */
@Command(
        name = "watch",
        description = {
            "Follows a task until it has ended, and tells how by the exit code.",
            "It shows progress, attempts, failures and retries, and goes on through restarts of the server.",
            "With --json each state of the task is a line of JSON."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:the task is completed",
            ExitCode.FAILED_HELP,
            ExitCode.USAGE_HELP,
            ExitCode.UNREACHABLE_HELP,
            ExitCode.NOT_FOUND_HELP,
            ExitCode.TASK_FAILED_HELP,
            ExitCode.TASK_CANCELLED_HELP
        },
        footer = {"", "Example: prismq watch 1"})
public final class WatchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The task.")
    private long id;

    @Mixin
    private final ServerOption option = new ServerOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        return new TaskFollower(option.connect(), output).follow(id, false);
    }
}
