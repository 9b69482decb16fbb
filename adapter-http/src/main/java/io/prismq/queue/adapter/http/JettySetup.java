package io.prismq.queue.adapter.http;

import io.javalin.config.JavalinConfig;
import io.prismq.queue.adapter.http.limit.SlowClients;
import io.prismq.queue.adapter.http.tls.Tls;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Sets up Javalin and the Jetty beneath it. */
final class JettySetup {
    /** Longer than the longest wait that a client can ask for. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(75);

    /** What a connection without a request gets when the server stops. */
    private static final Duration IDLE_AT_STOP = Duration.ofMillis(50);

    /** Many workers may come back at once, after a restart: with the system's usual 50, most would be let wait for seconds. */
    private static final int ACCEPT_QUEUE = 1024;

    /** A page that asks about some hundred tasks names them in its address. */
    private static final int HEADER_BYTES = 16 << 10;

    /** What Jetty remembers of a connection's headers takes 100 KiB for each, and spares nothing that could be measured. */
    private static final int NO_CACHE = 0;

    /** What a body is copied by; for each request anew, so as small as most answers. */
    private static final int COPIED_AT_ONCE = 2 << 10;

    private JettySetup() {}

    static void apply(JavalinConfig config, HttpSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = new RequestThreads();
        config.http.prefer405over404 = true;
        config.http.responseBufferSize = COPIED_AT_ONCE;
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(settings.stopTimeout().toMillis());
            server.setErrorHandler(new ProblemErrorHandler());
            ForeignPages.let(settings.admission().origins(), server);
        });
        config.jetty.modifyServletContextHandler(JettySetup::forgetSessions);
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
    }

    /** Nothing is kept in sessions; for each WebSocket the framework opens one all the same. */
    private static void forgetSessions(ServletContextHandler handler) {
        handler.getSessionHandler().setSessionTrackingModes(Set.of());
        handler.getSessionHandler().setMaxInactiveInterval((int) IDLE_TIMEOUT.toSeconds());
    }

    private static Connector connector(Server server, HttpConfiguration http, HttpSettings settings) {
        http.addCustomizer(new OwnMethod());
        http.addCustomizer((request, answered) -> {
            answered.put("X-Content-Type-Options", "nosniff");
            return request;
        });
        http.setSendServerVersion(false);
        http.setHttpCompliance(SoundHead.LINES);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setHeaderCacheSize(NO_CACHE);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector = settings.tls()
                .map(files -> new ServerConnector(server, Tls.layer(files, plain, server), plain))
                .orElseGet(() -> new ServerConnector(server, plain));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
        SlowClients.cutOff(connector, plain, settings.admission().limits().patience());
        http.addCustomizer(new SoundHead());
        return connector;
    }
}
