package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A server that several budgets load with single enqueues: started and warmed up when the first asks, and kept. */
final class Warm implements AutoCloseable {
    private @Nullable JavaProcess server;

    /** Starts a server. */
    interface Start {
        JavaProcess server() throws IOException;
    }

    /** The server, warm. */
    JavaProcess server(Effort effort, Start start) throws IOException, SQLException {
        if (server != null) {
            return server;
        }
        JavaProcess fresh = start.server();
        server = fresh;
        WarmUp.of(
                effort.warmUp(),
                () -> EnqueueBudget.load(fresh, EnqueueBudget.CONNECTIONS, effort.window())
                        .perSecond());
        return fresh;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
