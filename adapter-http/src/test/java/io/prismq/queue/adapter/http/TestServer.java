package io.prismq.queue.adapter.http;

import static io.prismq.queue.domain.testing.Tasks.BY;

import io.prismq.queue.adapter.http.access.Anonymity;
import io.prismq.queue.adapter.http.access.Callers;
import io.prismq.queue.adapter.http.access.Sessions;
import io.prismq.queue.adapter.http.access.Vigil;
import io.prismq.queue.adapter.http.dashboard.Dashboard;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Drain;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.exchange.Validation;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.limit.Limits;
import io.prismq.queue.adapter.http.maintenance.DirectRuns;
import io.prismq.queue.adapter.http.monitoring.Answered;
import io.prismq.queue.adapter.http.monitoring.MetricsPage;
import io.prismq.queue.adapter.http.monitoring.Monitoring;
import io.prismq.queue.adapter.http.monitoring.Thresholds;
import io.prismq.queue.adapter.http.oidc.OidcSettings;
import io.prismq.queue.adapter.http.oidc.OidcTokens;
import io.prismq.queue.adapter.http.system.HealthController;
import io.prismq.queue.adapter.http.system.Startup;
import io.prismq.queue.application.Backups;
import io.prismq.queue.application.ClaimSignals;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.FinishSignals;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.application.access.ApiKeys;
import io.prismq.queue.application.access.KeyRing;
import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StoreSize;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Retention;
import io.prismq.queue.domain.task.RetryPolicy;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.testing.InMemoryBackupVault;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SeededRandomness;
import io.prismq.queue.domain.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A server that listens on 127.0.0.1, with everything beneath it in memory. */
final class TestServer implements AutoCloseable {
    static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    /** Who is let in where nothing else is said: everybody, by every local name. */
    static final Admission OPEN = new Admission(Anonymity.local(Set.of()), Optional.empty(), Set.of(), Limits.DEFAULT);

    private static final Anonymity LOCAL = OPEN.anonymity();

    /** The policy of the type {@code patient}. */
    static final TaskTypePolicy PATIENT = new TaskTypePolicy(
            1,
            Duration.ofMinutes(30),
            Priority.DEFAULT,
            RetryPolicy.DEFAULT,
            Duration.ofSeconds(90),
            null,
            Retention.DEFAULT);

    private static final TaskTypePolicies NO_POLICIES = new TaskTypePolicies(Map.of(), TaskTypePolicy.DEFAULT);
    private static final HttpMaintenance TASKS_ALONE = new HttpMaintenance(true, List.of(), NO_POLICIES, 2);

    final SettableClock clock;
    final List<String> reasonsAgainstReady = new ArrayList<>();
    final BlockingQueue<Answered> answered = new LinkedBlockingQueue<>();
    private final Monitoring monitoring = new Monitoring(
            () -> List.copyOf(reasonsAgainstReady),
            new Thresholds(100, Duration.ofHours(1)),
            accept -> new MetricsPage.Page("text/plain; version=0.0.4", "accepted " + accept),
            answered::add);
    final FinishSignals signals;
    final ClaimSignals claimSignals;
    final EventFeed events;
    final TaskExecution execution;
    final TaskUpkeep upkeep;
    final InMemoryBackupVault vault = new InMemoryBackupVault();
    final Queue<Runnable> startedBackups = new ConcurrentLinkedQueue<>();
    final HttpServer http;
    final ApiKeys keys;
    private final HttpUseCases useCases;

    private TestServer(TaskStore store, SettableClock clock, HttpMaintenance maintenance, Admission admission) {
        TaskTypePolicies policies =
                new TaskTypePolicies(Map.of(new TaskType("patient"), PATIENT), TaskTypePolicy.DEFAULT);
        this.clock = clock;
        this.keys = new ApiKeys(store, new Random(3));
        this.signals = new FinishSignals(store);
        this.claimSignals = new ClaimSignals(store);
        this.events = new EventFeed(store);
        WorkerRegistry workers = new WorkerRegistry(store, clock, WorkerRegistry.DEFAULT_SILENCE);
        this.execution = new TaskExecution(store, policies, new SeededRandomness(1), workers, claimSignals);
        this.upkeep = new TaskUpkeep(store, policies, new SeededRandomness(2));
        this.useCases = new HttpUseCases(
                new TaskSubmission(store, policies),
                new TaskQueries(store, signals, clock),
                execution,
                workers,
                maintenance,
                new Backups(vault, clock, 2, startedBackups::add, new Audit(store)),
                events,
                new TaskTypes(store, policies, clock),
                new KeyRing(store, clock),
                new Audit(store),
                () -> new StoreSize(3 << 20, 4096));
        this.http = another(new HttpSettings("127.0.0.1", 0, STOP_TIMEOUT, admission, Optional.empty()));
    }

    static TestServer start() {
        SettableClock clock = new SettableClock();
        return start(new InMemoryTaskStore(clock), clock);
    }

    static TestServer start(TaskStore store, SettableClock clock) {
        return start(store, clock, TASKS_ALONE, OPEN);
    }

    static TestServer start(HttpMaintenance maintenance) {
        SettableClock clock = new SettableClock();
        return start(new InMemoryTaskStore(clock), clock, maintenance, OPEN);
    }

    /** A server with another mind about those who present no key. */
    static TestServer startFor(Anonymity anonymity) {
        return start(clock -> new Admission(anonymity, Optional.empty(), Set.of(), Limits.DEFAULT));
    }

    /** A server that lets nobody ask for much. */
    static TestServer startWith(Limits limits) {
        return start(clock -> new Admission(LOCAL, Optional.empty(), Set.of(), limits));
    }

    /** A server whose answers the pages of this origin may read. */
    static TestServer startFor(String origin) {
        return start(clock -> new Admission(LOCAL, Optional.empty(), Set.of(origin), Limits.DEFAULT));
    }

    /** A server that asks everybody for a key, and takes the tokens of an issuer for one. */
    static TestServer startFor(OidcSettings oidc) {
        return startFor(oidc, Limits.DEFAULT);
    }

    /** The same for a server that lets nobody ask for much. */
    static TestServer startFor(OidcSettings oidc, Limits limits) {
        return start(clock ->
                new Admission(Anonymity.refused(), Optional.of(new OidcTokens(oidc, clock)), Set.of(), limits));
    }

    private static TestServer start(Function<Clock, Admission> admission) {
        SettableClock clock = new SettableClock();
        return start(new InMemoryTaskStore(clock), clock, TASKS_ALONE, admission.apply(clock));
    }

    private static TestServer start(
            TaskStore store, SettableClock clock, HttpMaintenance maintenance, Admission admission) {
        TestServer server = new TestServer(store, clock, maintenance, admission);
        server.http.start();
        server.http.ready();
        return server;
    }

    /** A second server over the same store, not started. */
    HttpServer another(HttpSettings settings) {
        return new HttpServer(settings, useCases, clock, monitoring);
    }

    /** What the server answers. */
    List<Route> routes() {
        return allRoutes().all(new HealthController(new Startup(), new Drain(), List::of), monitoring.metrics());
    }

    /** What the server answers to people, and is no part of its API. */
    Set<String> pages() {
        return allRoutes().dashboard(monitoring, entrance()).routes().stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toSet());
    }

    private Dashboard.Entrance entrance() {
        Sessions sessions = new Sessions(clock);
        Callers callers = new Callers(useCases.keys(), Optional.empty(), sessions, clock);
        return new Dashboard.Entrance(callers, sessions, useCases.audit());
    }

    private Routes allRoutes() {
        StrictJson json = new StrictJson();
        return new Routes(
                useCases,
                new Bodies(json, new Validation()),
                json,
                clock,
                new Drain(),
                new Vigil(),
                new DirectRuns(List.of(), NO_POLICIES, clock, useCases.audit()));
    }

    /** The number of a new task. */
    long taskOf(TaskType type) {
        return useCases.submission()
                .enqueue(List.of(EnqueueCommand.of(type, Payload.EMPTY)))
                .toCompletableFuture()
                .join()
                .fold(accepted -> accepted.tasks().get(0).task().id().value(), reused -> 0L);
    }

    /** What the owner of a new key presents, once the server knows of it. */
    String key(Grant grant) {
        String token = keys.create("test", grant, Optional.empty(), BY)
                .toCompletableFuture()
                .join()
                .token()
                .reveal();
        clock.advance(Duration.ofSeconds(1));
        return token;
    }

    Caller caller() {
        return new Caller(http.port());
    }

    @Override
    public void close() {
        signals.close();
        claimSignals.close();
        events.close();
        http.stop();
    }
}
