package io.prismq.queue.bootstrap.client.server;

import io.prismq.queue.bootstrap.connection.PatientConnection;
import io.prismq.queue.bootstrap.connection.Reply;
import io.prismq.queue.bootstrap.connection.Request;
import java.util.concurrent.CountDownLatch;

/** A server that is asked until it answers, through restarts and overload. */
public final class PatientServer {
    private final PatientConnection connection;
    private final CountDownLatch never = new CountDownLatch(1);

    PatientServer(PatientConnection connection) {
        this.connection = connection;
    }

    /**
     * The answer, which is a good one.
     *
     * @param waitSeconds how long the server itself may wait
     * @throws ClientException if the server refuses
     */
    public Reply ask(Request request, int waitSeconds) throws InterruptedException {
        return connection
                .send(request, Server.PATIENCE.plusSeconds(waitSeconds), never)
                .map(Server::good)
                .orElseThrow();
    }
}
