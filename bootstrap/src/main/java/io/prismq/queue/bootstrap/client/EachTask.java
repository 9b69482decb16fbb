package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.server.ClientException;
import io.prismq.queue.bootstrap.client.server.ExitCode;
import io.prismq.queue.bootstrap.client.server.Server;
import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.connection.Reply;
import io.prismq.queue.bootstrap.connection.Request;
import io.prismq.queue.bootstrap.terminal.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Does the same to one task after the other; one that cannot be changed does not hinder the next. */
final class EachTask {
    private final Server server;
    private final Output output;
    private ExitCode exitCode = ExitCode.DONE;

    EachTask(Server server, Output output) {
        this.server = server;
        this.output = output;
    }

    /**
     * The exit code: that of the first task where it went wrong.
     *
     * @param request by the path of a task
     * @param done whether an answer says that it is as it should be
     */
    int ask(List<Long> ids, Function<String, Request> request, Predicate<Reply> done) throws InterruptedException {
        for (long id : ids) {
            try {
                Reply reply = server.ask(request.apply("/api/queue/tasks/" + id));
                tell(id, reply, done.test(reply));
            } catch (ClientException refused) {
                if (refused.exitCode() == ExitCode.UNREACHABLE) {
                    throw refused;
                }
                complain(refused.exitCode(), id, String.valueOf(refused.getMessage()));
            }
        }
        return exitCode.code();
    }

    private void tell(long id, Reply reply, boolean isDone) {
        String message = reply.isEmpty()
                ? "Task deleted"
                : Texts.printable(reply.body().path("message").asString(""));
        if (!isDone) {
            complain(ExitCode.FAILED, id, message);
        }
        if (output.isJson() && !reply.isEmpty()) {
            output.document(reply.text());
        } else if (isDone && !output.isJson()) {
            output.line("%d: %s".formatted(id, message));
        }
    }

    private void complain(ExitCode why, long id, String message) {
        output.err().println("prismq: %d: %s".formatted(id, message));
        output.err().flush();
        exitCode = exitCode == ExitCode.DONE ? why : exitCode;
    }
}
