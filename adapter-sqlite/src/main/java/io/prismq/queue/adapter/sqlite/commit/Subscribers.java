package io.prismq.queue.adapter.sqlite.commit;

import io.prismq.queue.adapter.sqlite.care.FailureLog;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Those who want to hear of commits. Safe for use by many threads; one that throws does not keep the others from it. */
public final class Subscribers {
    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private final List<Consumer<? super Commit>> listeners = new CopyOnWriteArrayList<>();
    private final FailureLog failures = new FailureLog(LOG, Level.ERROR, "a listener threw at the news of a commit");

    public TaskStore.Subscription add(Consumer<? super Commit> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** For one thread at a time. */
    void tell(Commit commit) {
        for (Consumer<? super Commit> listener : listeners) {
            try {
                listener.accept(commit);
            } catch (RuntimeException | Error mistaken) {
                failures.add(mistaken);
            }
        }
    }
}
