package io.prismq.queue.adapter.http.limit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hangs up on clients that send their requests too slowly. Jetty's own limit is on silence alone, and an octet now and then
 * breaks that; it also has to be as long as the longest wait for an answer.
 */
public final class SlowClients extends AbstractLifeCycle implements Connection.Listener, HttpConfiguration.Customizer {
    private static final Logger LOG = LoggerFactory.getLogger(SlowClients.class);

    /** Looks in the time that a request may take to begin: nobody gets more than an eighth of it for nothing. */
    private static final int LOOKS = 8;

    private final Scheduler scheduler;
    private final Limits.Patience patience;
    private final Map<Connection, Head> heads = new ConcurrentHashMap<>();

    private SlowClients(Scheduler scheduler, Limits.Patience patience) {
        this.scheduler = scheduler;
        this.patience = patience;
    }

    /** To be called before the connector is started. */
    public static void cutOff(ServerConnector connector, HttpConnectionFactory http, Limits.Patience patience) {
        SlowClients slow = new SlowClients(connector.getScheduler(), patience);
        http.addEventListener(slow);
        http.getHttpConfiguration().addCustomizer(slow);
        connector.addBean(slow);
    }

    @Override
    public void onOpened(Connection connection) {
        heads.put(connection, new Head(System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        heads.remove(connection);
    }

    /** The headers of a request have come, in time. */
    @Override
    public Request customize(Request request, HttpFields.Mutable answered) {
        Connection connection = request.getConnectionMetaData().getConnection();
        Head head = heads.get(connection);
        if (head != null) {
            head.came();
            Request.addCompletionListener(request, failure -> head.await(connection.getBytesIn()));
        }
        HttpFields headers = request.getHeaders();
        return headers.contains(HttpHeader.CONTENT_LENGTH) || headers.contains(HttpHeader.TRANSFER_ENCODING)
                ? new BodyWatch(request, patience)
                : request;
    }

    @Override
    protected void doStart() {
        lookLater();
    }

    private void lookLater() {
        Duration pause = patience.head().dividedBy(LOOKS);
        scheduler.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        try {
            heads.forEach((connection, head) -> {
                if (head.isLate(connection.getBytesIn(), now, patience.head())) {
                    hangUp(connection);
                }
            });
        } finally {
            if (isRunning()) {
                lookLater();
            }
        }
    }

    static void hangUp(Connection connection) {
        LOG.debug("a client sent its request too slowly, and was hung up on: {}", connection);
        connection.close();
    }
}
