package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.follow.PrintedOutages;
import io.prismq.queue.bootstrap.client.follow.TaskStates;
import io.prismq.queue.bootstrap.client.server.ExitCode;
import io.prismq.queue.bootstrap.client.server.PatientServer;
import io.prismq.queue.bootstrap.client.server.Server;
import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.client.view.TaskView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what was said about a task at work. */
@Command(
        name = "logs",
        description = {"Prints the log of a task, the oldest line first.", "With --json each line is one of JSON."},
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
        footer = {"", "Example: prismq logs 4 --follow"})
public final class LogsCommand implements Callable<Integer> {
    /** A line of the log does not change the task, so that the server cannot tell when there is one. */
    private static final int WAIT_SECONDS = 1;

    @Parameters(paramLabel = "ID", description = "The task.")
    private long id;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with new lines until the task has ended, through restarts of the server.")
    private boolean follow;

    @Mixin
    private final ServerOption option = new ServerOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        Server server = option.connect();
        TaskLog log = new TaskLog(id, output);
        if (follow) {
            follow(server, log);
        } else {
            log.print(server::ask);
        }
        return ExitCode.DONE.code();
    }

    /** The task is asked for before its log: so nothing is missed of what was said last. */
    private void follow(Server server, TaskLog log) throws InterruptedException {
        PatientServer patiently = server.patiently(new PrintedOutages(output.err()));
        TaskStates states = new TaskStates(patiently, id, WAIT_SECONDS);
        boolean ended = states.first(server).isFinal();
        log.print(request -> patiently.ask(request, 0));
        while (!ended && !output.isClosed()) {
            ended = states.next().map(TaskView::isFinal).orElse(false);
            log.print(request -> patiently.ask(request, 0));
        }
    }
}
