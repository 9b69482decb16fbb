package io.prismq.queue.adapter.http;

import io.prismq.queue.application.FinishSignals;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SeededRandomness;
import io.prismq.queue.domain.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server that listens on 127.0.0.1, with everything beneath it in memory. */
final class TestServer implements AutoCloseable {
    static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    final SettableClock clock;
    final List<String> reasonsAgainstReady = new ArrayList<>();
    final FinishSignals signals;
    final TaskExecution execution;
    final TaskUpkeep upkeep;
    final HttpServer http;
    private final HttpUseCases useCases;

    private TestServer(TaskStore store, SettableClock clock) {
        TaskTypePolicies policies = new TaskTypePolicies(Map.of(), TaskTypePolicy.DEFAULT);
        this.clock = clock;
        this.signals = new FinishSignals(store);
        this.execution = new TaskExecution(store, policies, new SeededRandomness(1));
        this.upkeep = new TaskUpkeep(store, policies, new SeededRandomness(2));
        this.useCases = new HttpUseCases(
                new TaskSubmission(store, policies), new TaskQueries(store, signals, clock), execution);
        this.http = another(new HttpSettings("127.0.0.1", 0, STOP_TIMEOUT));
    }

    static TestServer start() {
        SettableClock clock = new SettableClock();
        return start(new InMemoryTaskStore(clock), clock);
    }

    static TestServer start(TaskStore store, SettableClock clock) {
        TestServer server = new TestServer(store, clock);
        server.http.start();
        return server;
    }

    /** A second server over the same store, not started. */
    HttpServer another(HttpSettings settings) {
        return new HttpServer(settings, useCases, () -> List.copyOf(reasonsAgainstReady));
    }

    Caller caller() {
        return new Caller(http.port());
    }

    @Override
    public void close() {
        signals.close();
        http.stop();
    }
}
