package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.server.ExitCode;
import io.prismq.queue.bootstrap.client.server.Server;
import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.client.view.TaskTable;
import io.prismq.queue.bootstrap.client.view.TaskView;
import io.prismq.queue.bootstrap.connection.Reply;
import io.prismq.queue.bootstrap.connection.Request;
import io.prismq.queue.domain.task.TaskStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists tasks. */
@Command(
        name = "list",
        description = {"Lists tasks, the newest first.", "With --json each task is a line of JSON."},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.DONE_HELP, ExitCode.FAILED_HELP, ExitCode.USAGE_HELP, ExitCode.UNREACHABLE_HELP},
        footer = {"", "Example: prismq list --status failed --limit 20"})
public final class ListCommand implements Callable<Integer> {
    private static final int LARGEST_PAGE = 1000;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            completionCandidates = Statuses.class,
            description = "Only ${COMPLETION-CANDIDATES} ones.")
    private @Nullable String status;

    @Option(names = "--type", paramLabel = "TYPE", description = "Only tasks of this type.")
    private @Nullable String type;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default ${DEFAULT-VALUE}).")
    private long limit = 50;

    @Option(names = "--all", description = "All of them, however many.")
    private boolean all;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print ids only.")
    private boolean quiet;

    @Mixin
    private final ServerOption option = new ServerOption();

    @Mixin
    private final Output output = new Output();

    @Spec
    private CommandSpec spec;

    /** What a shell can complete; the server knows which there are. */
    private static final class Statuses implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(TaskStatus.values()).map(TaskStatus::word).iterator();
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
        }
        Server server = option.connect();
        TaskTable table = new TaskTable();
        long left = all ? Long.MAX_VALUE : limit;
        Optional<String> page = Optional.of(firstPage(left));
        while (page.isPresent() && left > 0 && !output.isClosed()) {
            Reply reply = server.ask(Request.get(page.get()));
            print(table, reply.body(), left);
            left -= reply.body().size();
            page = reply.next();
        }
        if (page.isPresent() && !quiet && !output.isJson()) {
            output.err().println("There are more: --limit N or --all shows them.");
        }
        return ExitCode.DONE.code();
    }

    private void print(TaskTable table, JsonNode tasks, long most) {
        tasks.valueStream().limit(most).forEach(task -> {
            if (output.isJson()) {
                output.value(task);
            } else if (quiet) {
                output.line(task.path("task_id").asString(""));
            } else {
                table.add(new TaskView(task));
            }
        });
        if (!output.isJson() && !quiet) {
            output.table(table.table());
        }
    }

    private String firstPage(long most) {
        StringBuilder path = new StringBuilder("/api/queue/tasks?limit=").append(Math.min(most, LARGEST_PAGE));
        append(path, "status", status);
        append(path, "type", type);
        return path.toString();
    }

    private static void append(StringBuilder path, String name, @Nullable String value) {
        if (value != null) {
            path.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
