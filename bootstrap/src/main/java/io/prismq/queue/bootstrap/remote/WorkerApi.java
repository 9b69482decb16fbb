package io.prismq.queue.bootstrap.remote;

import io.prismq.queue.bootstrap.connection.PatientConnection;
import io.prismq.queue.bootstrap.connection.Reply;
import io.prismq.queue.bootstrap.connection.Request;
import io.prismq.queue.bootstrap.connection.ServerConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's worker API, for one worker. Safe for use by many threads. */
final class WorkerApi {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerApi.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RequestBodies bodies;
    private final ServerConnection connection;
    private final PatientConnection patiently;

    WorkerApi(RemoteWorkerSettings settings) {
        this.bodies = new RequestBodies(settings.workerId(), settings.claims());
        this.connection = new ServerConnection(settings.server());
        this.patiently = new PatientConnection(connection, new LoggedOutages());
    }

    /**
     * Up to so many tasks, as soon as there are any; none after a while, or if it was given up. Repeated under the same
     * claim id, so that the tasks of an answer that was lost come with the next.
     *
     * @throws RemoteWorkerException if the server takes no such claim
     */
    List<ClaimedTask> claim(int most, CountDownLatch givenUp) throws InterruptedException {
        Duration patience = PATIENCE.plusSeconds(RequestBodies.WAIT_SECONDS);
        Optional<Reply> reply =
                patiently.send(Request.post("/api/queue/claims", bodies.claim(most)), patience, givenUp);
        if (reply.isEmpty()) {
            return List.of();
        }
        if (!reply.get().isGood() || !reply.get().body().path("tasks").isArray()) {
            throw new RemoteWorkerException("The server does not take the claim: "
                    + reply.get().problem() + reply.get().howToOpen());
        }
        return reply.get()
                .body()
                .get("tasks")
                .valueStream()
                .map(ClaimedTask::of)
                .toList();
    }

    /**
     * Extends the lease and delivers what there is to report. Sent once.
     *
     * @throws IOException if the server gave no answer that counts; nothing may have been delivered
     */
    Directive heartbeat(ClaimedTask task, Report.Batch batch) throws IOException, InterruptedException {
        Reply reply = connection.send(heartbeatOf(task, batch), PATIENCE);
        if (reply.isTemporary()) {
            throw new IOException(reply.problem());
        }
        if (reply.isGood()) {
            return reply.body().path("directive").asString("").equals("cancel") ? Directive.CANCEL : Directive.GO_ON;
        }
        if (reply.isLost() || batch.isEmpty()) {
            return Directive.LOST;
        }
        LOG.atWarn()
                .addKeyValue("task_id", task.id())
                .addKeyValue("type", task.type())
                .log("the server does not take a report: {}", reply.problem());
        return heartbeat(task, Report.Batch.EMPTY);
    }

    /** Delivers what there is to report when the command has ended, until it is answered or given up. */
    void lastHeartbeat(ClaimedTask task, Report.Batch batch, CountDownLatch givenUp) throws InterruptedException {
        patiently.send(heartbeatOf(task, batch), PATIENCE, givenUp);
    }

    /** Tells how the run ended, until it is answered or given up. A result that the server does not take is a failure. */
    void settle(ClaimedTask task, Settlement settlement, CountDownLatch givenUp) throws InterruptedException {
        String path = task.path() + "/" + settlement.action();
        Optional<Reply> reply =
                patiently.send(Request.post(path, settlement.body(task.leaseToken())), PATIENCE, givenUp);
        if (reply.isEmpty()) {
            LOG.warn("the server was not told how the task ended: it will be run again");
        } else if (reply.get().isGood() && settlement.isFailure()) {
            LOG.atWarn()
                    .addKeyValue(
                            "error", settlement.fields().path("error_message").asString())
                    .log("attempt failed");
        } else if (reply.get().isGood()) {
            LOG.debug("the server was told how the task ended: {}", reply.get().body());
        } else if (reply.get().isLost() || !settlement.hasResult()) {
            LOG.warn("what the task came to does not count: {}", reply.get().problem());
        } else {
            String message =
                    "The server does not take the result: " + reply.get().problem();
            settle(task, Settlement.reject(message), givenUp);
        }
    }

    private Request heartbeatOf(ClaimedTask task, Report.Batch batch) {
        return Request.post(task.path() + "/heartbeat", bodies.heartbeat(task, batch));
    }
}
