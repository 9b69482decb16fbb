package io.prismq.queue.bootstrap.client.follow;

import io.prismq.queue.bootstrap.client.server.PatientServer;
import io.prismq.queue.bootstrap.client.server.Server;
import io.prismq.queue.bootstrap.client.view.TaskView;
import io.prismq.queue.bootstrap.connection.Reply;
import io.prismq.queue.bootstrap.connection.Request;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The states of a task, one after the other. The server holds each question back for a while, longer where nothing
 * happens, and answers at once when the task ends.
 */
public final class TaskStates {
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final PatientServer server;
    private final String path;
    private final int longestWaitSeconds;
    private int waitSeconds = 1;
    private String tag = "";

    public TaskStates(PatientServer server, long id, int longestWaitSeconds) {
        this.server = server;
        this.path = "/api/queue/tasks/" + id;
        this.longestWaitSeconds = longestWaitSeconds;
    }

    /** The state that it is in, from somebody who has no patience. */
    public TaskView first(Server impatient) throws InterruptedException {
        return seen(impatient.ask(Request.get(path)));
    }

    /** The next state; empty where nothing has changed for a while. */
    public Optional<TaskView> next() throws InterruptedException {
        long asked = System.nanoTime();
        Reply reply =
                server.ask(Request.get(path + "?wait_seconds=" + waitSeconds).unless(tag), waitSeconds);
        Optional<TaskView> next = reply.isKnown() ? Optional.empty() : Optional.of(seen(reply));
        if (next.map(task -> !task.isFinal()).orElse(true)) {
            // A server that is about to stop holds nothing back.
            NEVER.await(TimeUnit.SECONDS.toNanos(waitSeconds) - (System.nanoTime() - asked), TimeUnit.NANOSECONDS);
        }
        waitSeconds = next.isPresent() ? 1 : Math.min(waitSeconds + 1, longestWaitSeconds);
        return next;
    }

    private TaskView seen(Reply reply) {
        tag = reply.tag();
        return new TaskView(reply.body());
    }
}
