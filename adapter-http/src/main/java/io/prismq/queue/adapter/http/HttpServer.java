package io.prismq.queue.adapter.http;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import io.prismq.queue.adapter.http.access.Callers;
import io.prismq.queue.adapter.http.access.Gatekeeper;
import io.prismq.queue.adapter.http.access.Sessions;
import io.prismq.queue.adapter.http.access.Vigil;
import io.prismq.queue.adapter.http.dashboard.Dashboard;
import io.prismq.queue.adapter.http.events.EventSocket;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.BodyRoom;
import io.prismq.queue.adapter.http.exchange.Drain;
import io.prismq.queue.adapter.http.exchange.Exchanges;
import io.prismq.queue.adapter.http.exchange.Gate;
import io.prismq.queue.adapter.http.exchange.Validation;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.limit.Throttle;
import io.prismq.queue.adapter.http.limit.Waits;
import io.prismq.queue.adapter.http.maintenance.DirectRuns;
import io.prismq.queue.adapter.http.monitoring.Monitoring;
import io.prismq.queue.adapter.http.system.HealthController;
import io.prismq.queue.adapter.http.system.Startup;
import io.prismq.queue.domain.port.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/**
 * The HTTP server. Built cold; started, drained and stopped once, in this order, by one thread.
 *
 * <p>From {@link #drain} on, requests for new work are answered 503 and {@code /health/ready} says so, while reads,
 * settlements and waits go on. {@link #stop} ends the rest.
 */
public final class HttpServer implements AutoCloseable {
    /** What a listener gets to hear why it is left. */
    private static final Duration FAREWELL = Duration.ofMillis(500);

    private final HttpSettings settings;
    private final StrictJson json = new StrictJson();
    private final Validation validation = new Validation();
    private final Startup startup = new Startup();
    private final Drain drain = new Drain();
    private final DirectRuns directRuns;
    private final Vigil vigil = new Vigil();
    private final ExecutorService senders = SenderThreads.pool();
    private final EventSocket events;
    private final Javalin javalin;

    /**
     * Builds the server without a socket or a thread.
     *
     * @param clock tells when a worker said what it has for a log
     */
    public HttpServer(HttpSettings settings, HttpUseCases useCases, Clock clock, Monitoring monitoring) {
        this.settings = settings;
        HttpMaintenance maintenance = useCases.maintenance();
        this.directRuns = new DirectRuns(maintenance.handlers(), maintenance.policies(), clock, useCases.audit());
        Routes routes = new Routes(useCases, new Bodies(json, validation), json, clock, drain, vigil, directRuns);
        HealthController health = new HealthController(startup, drain, monitoring.reasonsAgainstReady());
        Sessions sessions = new Sessions(clock);
        Callers callers = new Callers(useCases.keys(), settings.admission().tokens(), sessions, clock);
        Dashboard dashboard = routes.dashboard(monitoring, new Dashboard.Entrance(callers, sessions, useCases.audit()));
        Waits waits = new Waits(settings.admission().limits().waits());
        Gate gate = new Throttle(
                new Gatekeeper(callers, settings.admission().anonymity(), useCases.queries()),
                settings.admission().limits().rate(),
                waits);
        this.events = new EventSocket(useCases.events(), json, gate, waits);
        this.javalin = Javalin.create(config -> {
            config.requestLogger.http(new RequestReports(monitoring.requests()));
            JettySetup.apply(config, settings);
            Exchanges exchanges = new Exchanges(
                    json,
                    drain,
                    new Exchanges.Means(
                            senders, new BodyRoom(settings.admission().limits().bodyBytes())),
                    dashboard.problems(),
                    gate);
            routes.all(health, monitoring.metrics()).forEach(route -> exchanges.add(route, config.routes));
            dashboard.routes().forEach(route -> exchanges.add(route, config.routes));
            exchanges.addProblems(config.routes);
            events.addTo(config.routes);
        });
    }

    /**
     * Listens from now on. Everything is answered, though the process may not be {@link #ready} yet.
     *
     * @throws HttpServerException if the address cannot be listened on
     */
    public void start() {
        try {
            javalin.start();
            vigil.start();
        } catch (JavalinBindException taken) {
            throw new HttpServerException(
                    "cannot listen on %s:%d: another program listens there, or the port is not open to this user"
                            .formatted(settings.host(), settings.port()),
                    taken);
        } catch (JavalinException failed) {
            throw new HttpServerException(
                    "cannot listen on %s:%d: %s".formatted(settings.host(), settings.port(), failed.getMessage()),
                    failed);
        }
    }

    /** What is started after the server runs as well: {@code /health/ready} says {@code starting} until then. */
    public void ready() {
        startup.end();
    }

    /** The port that the server listens on, once started. */
    public int port() {
        return javalin.port();
    }

    /** Takes no new work from now on. */
    public void drain() {
        drain.begin();
    }

    /**
     * Waits for requests under way, and before for maintenance that is done at once; for each no longer than the settings
     * say. Then stops.
     */
    public void stop() {
        drain();
        directRuns.stop(settings.stopTimeout());
        events.awaitEmpty(FAREWELL);
        javalin.stop();
        vigil.close();
        senders.shutdown();
        validation.close();
    }

    @Override
    public void close() {
        stop();
    }

    /** What serves; for tests that compare it with its documents. */
    Javalin javalin() {
        return javalin;
    }
}
