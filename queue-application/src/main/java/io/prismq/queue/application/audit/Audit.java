package io.prismq.queue.application.audit;

import io.prismq.queue.domain.audit.AuditEntry;
import io.prismq.queue.domain.audit.AuditQuery;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.port.TaskStore;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators did. */
public final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final TaskStore store;

    public Audit(TaskStore store) {
        this.store = store;
    }

    /** Entries, the newest first. */
    public List<AuditEntry> list(AuditQuery query) {
        return store.read(reads -> reads.history().audit().list(query));
    }

    /**
     * Keeps a deed that changes nothing in the store. It goes on where it cannot be kept, and the log of the process
     * tells of it: who logs in to see why the disk is full, or makes a backup of it, is not held up.
     *
     * @return never fails
     */
    public CompletionStage<Boolean> note(Deed deed) {
        return store.<Boolean>write(tx -> {
                    tx.history().audit().add(tx.now(), deed);
                    return true;
                })
                .exceptionally(failure -> {
                    LOG.warn("the audit log lacks {}: {}", deed, failure.getMessage());
                    return false;
                });
    }
}
