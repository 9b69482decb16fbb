package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.server.ExitCode;
import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.connection.Reply;
import io.prismq.queue.bootstrap.connection.Request;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes tasks. */
@Command(
        name = "delete",
        description = {
            "Deletes tasks that have ended, with their results, attempts and logs.",
            "One that has not ended stays: cancel it first. With --json nothing is printed, as the server answers nothing."
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
        footer = {"", "Example: prismq delete 1"})
public final class DeleteCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "The tasks.")
    private List<Long> ids = List.of();

    @Mixin
    private final ServerOption option = new ServerOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        return new EachTask(option.connect(), output).ask(ids, Request::delete, Reply::isGood);
    }
}
