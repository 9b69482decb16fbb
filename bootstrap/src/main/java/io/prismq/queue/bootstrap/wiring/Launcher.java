package io.prismq.queue.bootstrap.wiring;

import com.google.inject.Binder;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.util.Modules;
import io.prismq.queue.adapter.http.HttpServer;
import io.prismq.queue.adapter.http.tls.TlsException;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.server.PrismqProcess;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.SystemClock;
import io.prismq.queue.domain.port.TaskHandler;
import java.util.List;

/** Opens what a process stands on, builds the process, and starts it. */
public final class Launcher {
    private Launcher() {}

    /**
     * A running server; it runs tasks too where its worker is enabled.
     *
     * @param moreHandlers beside the built-in ones and those of plugins
     * @throws io.prismq.queue.domain.port.TaskStoreException if the database cannot be used
     * @throws io.prismq.queue.bootstrap.plugin.PluginException if a plugin cannot be used
     * @throws io.prismq.queue.adapter.worker.DuplicateHandlerException if a task type has two handlers
     * @throws ConfigurationException if its parts do not fit together, or what it names
     * @throws io.prismq.queue.adapter.http.HttpServerException if the address cannot be listened on
     */
    public static PrismqServer serve(Configuration configuration, List<TaskHandler> moreHandlers) {
        return serve(configuration, moreHandlers, new SystemClock());
    }

    /** The same by another clock. */
    static PrismqServer serve(Configuration configuration, List<TaskHandler> moreHandlers, Clock clock) {
        Injector injector = start(configuration, clock, moreHandlers, new HttpModule());
        return new PrismqServer(
                injector.getInstance(PrismqProcess.class),
                new PrismqServer.Address(
                        configuration.tls().certificate() == null ? "http" : "https",
                        configuration.server().host(),
                        injector.getInstance(HttpServer.class).port()));
    }

    /**
     * A running worker that nobody can reach over HTTP.
     *
     * @param configuration its worker must be enabled
     * @throws io.prismq.queue.domain.port.TaskStoreException if the database cannot be used
     * @throws io.prismq.queue.bootstrap.plugin.PluginException if a plugin cannot be used
     * @throws io.prismq.queue.adapter.worker.DuplicateHandlerException if a task type has two handlers
     */
    public static PrismqProcess work(Configuration configuration) {
        return start(configuration, new SystemClock(), List.of(), Modules.EMPTY_MODULE)
                .getInstance(PrismqProcess.class);
    }

    private static Injector start(
            Configuration configuration, Clock clock, List<TaskHandler> moreHandlers, Module doors) {
        try {
            Injector injector = build(configuration, clock, moreHandlers, doors);
            injector.getInstance(PrismqProcess.class).start();
            return injector;
        } catch (TlsException unusable) {
            throw new ConfigurationException(
                    "tls.certificate, tls.key and tls.client_authorities cannot be used: " + unusable.getMessage(),
                    unusable);
        }
    }

    private static Injector build(
            Configuration configuration, Clock clock, List<TaskHandler> moreHandlers, Module doors) {
        OpenResources open = OpenResources.open(configuration, clock);
        try {
            Injector injector = Guice.createInjector(
                    Launcher::strict,
                    new ProcessModule(configuration, open, clock),
                    new ApplicationModule(),
                    new BackupModule(),
                    new TelemetryModule(),
                    new WorkerModule(moreHandlers, open),
                    doors);
            injector.getInstance(PrismqProcess.class);
            return injector;
        } catch (ProvisionException unbuilt) {
            open.close();
            throw unbuilt.getCause() instanceof RuntimeException why ? why : unbuilt;
        }
    }

    private static void strict(Binder binder) {
        binder.requireExplicitBindings();
        binder.requireExactBindingAnnotations();
        binder.requireAtInjectOnConstructors();
        binder.disableCircularProxies();
    }
}
