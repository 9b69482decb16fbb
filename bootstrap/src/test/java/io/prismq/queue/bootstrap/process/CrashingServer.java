package io.prismq.queue.bootstrap.process;

import java.nio.file.Path;

/** A server that is killed again and again, and comes back at the same address. */
final class CrashingServer implements AutoCloseable {
    private final Path database;
    private final String[] options;
    private final String port;
    private final ApiClient client;
    private ServerProcess process;
    private boolean up = true;

    CrashingServer(Path database, String... options) {
        this.database = database;
        this.options = options;
        this.process = ServerProcess.start(database, options);
        this.client = process.client();
        this.port = client.port();
    }

    ApiClient client() {
        return client;
    }

    /** SIGKILL, and a new start. Requests fail in between. */
    void crash() {
        down();
        process.kill();
        process = ServerProcess.startAt(port, database, options);
        backAgain();
    }

    /** Returns when requests are worth another try. */
    synchronized void awaitUp() throws InterruptedException {
        while (!up) {
            wait();
        }
    }

    @Override
    public void close() {
        process.close();
        backAgain();
    }

    private synchronized void down() {
        up = false;
    }

    private synchronized void backAgain() {
        up = true;
        notifyAll();
    }
}
