package io.prismq.queue.adapter.sqlite.session;

import io.prismq.queue.domain.port.TaskStoreException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place for a session that is opened when it is needed, and anew after it was dropped. For one thread at a time. */
public final class SessionSlot {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSlot.class);

    private final Supplier<Session> opener;
    private @Nullable Session session;

    public SessionSlot(Supplier<Session> opener) {
        this.opener = opener;
    }

    public Session get() {
        if (session == null) {
            session = opener.get();
        }
        return session;
    }

    public void drop() {
        if (session != null) {
            try {
                session.close();
            } catch (TaskStoreException failed) {
                LOG.warn("a connection did not close", failed);
            }
            session = null;
        }
    }
}
