package io.prismq.queue.bootstrap.client.follow;

import io.prismq.queue.bootstrap.client.server.ClientException;
import io.prismq.queue.bootstrap.client.server.PatientServer;
import io.prismq.queue.bootstrap.client.server.Server;
import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.client.view.TaskView;
import io.prismq.queue.bootstrap.connection.Request;
import java.util.Optional;

/** Follows a task to its end, and shows it on the way. */
public final class TaskFollower {
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Server server;
    private final Output output;

    public TaskFollower(Server server, Output output) {
        this.server = server;
        this.output = output;
    }

    /**
     * The exit code that tells how the task has ended.
     *
     * @throws ClientException if there is no such task, or nobody to ask for it in the beginning
     */
    public int follow(long id, boolean lastAlone) throws InterruptedException {
        return follow(id, display(id, lastAlone));
    }

    /** The same, of which nothing is shown but that the server is away. */
    public int await(long id) throws InterruptedException {
        return follow(id, new NoDisplay(output));
    }

    private int follow(long id, Display shown) throws InterruptedException {
        try (Display display = shown) {
            PatientServer patiently = server.patiently(display);
            TaskStates states = new TaskStates(patiently, id, LONGEST_WAIT_SECONDS);
            TaskStory story = new TaskStory();
            Request attempts = Request.get("/api/queue/tasks/%d/attempts".formatted(id));
            TaskView task = states.first(server);
            display.show(task, story.news(task, patiently.ask(attempts, 0).body()));
            while (!task.isFinal()) {
                Optional<TaskView> next = states.next();
                if (next.isPresent()) {
                    task = next.get();
                    display.show(
                            task, story.news(task, patiently.ask(attempts, 0).body()));
                }
            }
            return task.exitCode().code();
        }
    }

    private Display display(long id, boolean lastAlone) {
        if (output.isJson()) {
            return new JsonDisplay(output, lastAlone);
        }
        return output.screen().canRedraw()
                ? new BarDisplay(id, output.out(), output.screen())
                : new PlainDisplay(output);
    }
}
