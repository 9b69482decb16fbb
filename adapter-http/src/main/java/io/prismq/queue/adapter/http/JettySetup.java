package io.prismq.queue.adapter.http;

import io.javalin.config.JavalinConfig;

/** Sets up Javalin and the Jetty beneath it. */
final class JettySetup {
    private JettySetup() {}

    static void apply(JavalinConfig config, HttpSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(settings.stopTimeout().toMillis());
            server.setErrorHandler(new ProblemErrorHandler());
        });
    }
}
