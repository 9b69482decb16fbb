package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.follow.TaskFollower;
import io.prismq.queue.bootstrap.client.server.ClientException;
import io.prismq.queue.bootstrap.client.server.ExitCode;
import io.prismq.queue.bootstrap.client.server.Server;
import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.connection.Reply;
import io.prismq.queue.bootstrap.connection.Request;
import io.prismq.queue.bootstrap.terminal.Texts;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Enqueues a task. */
@Command(
        name = "enqueue",
        description = {"Enqueues a task.", "Its payload is an object in JSON; without one it is {}."},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:enqueued; with --wait: completed",
            ExitCode.FAILED_HELP,
            ExitCode.USAGE_HELP,
            ExitCode.UNREACHABLE_HELP,
            "5:with --wait: the task has failed",
            "6:with --wait: the task was cancelled"
        },
        footer = {"", "Example: prismq enqueue email.send --payload '{\"to\": \"ada@example.org\"}'"})
public final class EnqueueCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TYPE", description = "The type of the task.")
    private String type = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "STDIN",
            description = "- reads the payload from standard input.")
    private @Nullable String dash;

    @Mixin
    private final PayloadOptions payload = new PayloadOptions();

    @Mixin
    private final TaskOptions options = new TaskOptions();

    @Option(
            names = "--wait",
            description = "Follow the task until it has ended, as watch does; takes a key that may read, too.")
    private boolean wait;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print the id only; with --wait the exit code tells the rest.")
    private boolean quiet;

    @Mixin
    private final ServerOption option = new ServerOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        Request request = Request.post("/api/queue/enqueue", options.body(type, payload.read(dash)));
        Server server = option.connect();
        Reply reply = server.ask(request);
        tell(reply);
        if (!wait) {
            return ExitCode.DONE.code();
        }
        return follow(server, reply.body().path("task_id").asLong());
    }

    /** Whatever goes wrong here, the task is there. */
    private int follow(Server server, long id) throws InterruptedException {
        TaskFollower follower = new TaskFollower(server, output);
        try {
            return quiet ? follower.await(id) : follower.follow(id, true);
        } catch (ClientException refused) {
            throw refused.after("Task %d is enqueued, but cannot be followed".formatted(id));
        }
    }

    private void tell(Reply reply) {
        JsonNode task = reply.body();
        if (quiet) {
            output.line(task.path("task_id").asString(""));
        } else if (!output.isJson()) {
            output.line(Texts.printable("Task %s: %s"
                    .formatted(
                            task.path("task_id").asString(""),
                            task.path("message").asString(""))));
        } else if (!wait) {
            output.document(reply.text());
        }
    }
}
