package io.prismq.queue.bootstrap.remote;

import io.prismq.queue.bootstrap.connection.PresentedKey;
import io.prismq.queue.bootstrap.connection.ServerAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A worker at work on a thread of its own, whose commands are small shell scripts. */
final class WorkingWorker implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private static final Executor NEW_THREAD = work -> new Thread(work).start();

    private final RemoteWorker worker;
    private final CompletableFuture<Void> end;

    private WorkingWorker(RemoteWorker worker) {
        this.worker = worker;
        this.end = CompletableFuture.runAsync(() -> run(worker), NEW_THREAD);
    }

    static WorkingWorker start(ScriptedServer server, String script) {
        return start(server, Duration.ofSeconds(10), "sh", "-c", script);
    }

    static WorkingWorker start(ScriptedServer server, Duration grace, String... command) {
        return start(server, PresentedKey.NONE, grace, command);
    }

    static WorkingWorker start(ScriptedServer server, PresentedKey key, Duration grace, String... command) {
        return new WorkingWorker(new RemoteWorker(new RemoteWorkerSettings(
                new ServerAddress(server.address(), key, Optional.empty()),
                "worker-1",
                List.of(command),
                1,
                grace,
                new ClaimOptions(List.of("email"), null, null, null, 1))));
    }

    /** Waits for it to end by itself, and throws what it threw. */
    void awaitEnd() {
        try {
            end.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RemoteWorkerException refused ? refused : failed;
        }
    }

    /** Asks it to stop, which it does meanwhile. */
    CompletableFuture<Boolean> stop() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return worker.stop();
                    } catch (InterruptedException stopped) {
                        throw new AssertionError(stopped);
                    }
                },
                NEW_THREAD);
    }

    @Override
    public void close() {
        stop().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static void run(RemoteWorker worker) {
        try {
            worker.run();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
