package io.prismq.queue.bootstrap.health;

import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log that the process is no longer ready, once and why, and that it is again. Used by one thread at a time. */
public final class ToldReadiness implements Supplier<List<String>> {
    private static final Logger LOG = LoggerFactory.getLogger(ToldReadiness.class);

    private final Supplier<List<String>> reasons;
    private boolean ready = true;

    public ToldReadiness(Supplier<List<String>> reasons) {
        this.reasons = reasons;
    }

    @Override
    public List<String> get() {
        List<String> found = reasons.get();
        if (ready != found.isEmpty()) {
            ready = found.isEmpty();
            tell(found);
        }
        return found;
    }

    private void tell(List<String> found) {
        if (ready) {
            LOG.info("ready again");
        } else {
            LOG.warn("not ready: {}", String.join(" ", found));
        }
    }
}
