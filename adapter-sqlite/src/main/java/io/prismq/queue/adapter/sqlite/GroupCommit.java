package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.StoreOutcomeUnknownException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer: takes all that waits, commits it at once, tells the callers. While one commit waits for the disk the next
 * batch gathers, so that the fsync is shared by as many as there are.
 */
final class GroupCommit implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** Bounds what one transaction holds, and how long a caller waits for its neighbours. */
    private static final int MOST_UNITS = 1024;

    /** How soon another process's commit is noticed. */
    private static final Duration LOOK_ROUND = Duration.ofMillis(25);

    /** How many callers one task of the executor tells. */
    private static final int TOLD_AT_ONCE = 64;

    private final Inbox inbox;
    private final SessionSlot writer;
    private final Clock clock;
    private final Subscribers subscribers;
    private final Executor tellers;
    private long foreignVersion;

    GroupCommit(Inbox inbox, Supplier<Session> opener, Clock clock, Subscribers subscribers, Executor tellers) {
        this.inbox = inbox;
        this.writer = new SessionSlot(opener);
        this.clock = clock;
        this.subscribers = subscribers;
        this.tellers = tellers;
    }

    /** Works until the inbox is closed and empty. */
    @Override
    public void run() {
        try {
            while (!inbox.isClosed() || !inbox.isEmpty()) {
                commit(inbox.take(MOST_UNITS, LOOK_ROUND));
                lookForForeignCommits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            writer.drop();
        }
    }

    private void commit(List<WriteUnit<?>> units) {
        if (units.isEmpty()) {
            return;
        }
        try {
            Commit commit = new Batch(writer.get(), clock, units).commit();
            tell(units);
            subscribers.tell(commit);
        } catch (StoreOutcomeUnknownException unknown) {
            LOG.error("a commit failed; the connection is opened anew", unknown);
            writer.drop();
            refuse(units, unknown);
        } catch (RuntimeException failed) {
            refuse(units, failed);
        }
    }

    private void refuse(List<WriteUnit<?>> units, RuntimeException cause) {
        units.forEach(unit -> unit.fail(cause));
        tell(units);
    }

    private void tell(List<WriteUnit<?>> units) {
        for (int from = 0; from < units.size(); from += TOLD_AT_ONCE) {
            List<WriteUnit<?>> some = units.subList(from, Math.min(from + TOLD_AT_ONCE, units.size()));
            tellers.execute(() -> some.forEach(WriteUnit::acknowledge));
        }
    }

    /** The number changes with the commits of others alone: https://www.sqlite.org/pragma.html#pragma_data_version. */
    private void lookForForeignCommits() {
        try {
            long version = writer.get().ask("PRAGMA data_version", Row::number).get(0);
            if (foreignVersion != version && foreignVersion != 0) {
                subscribers.tell(Commit.FOREIGN);
            }
            foreignVersion = version;
        } catch (TaskStoreException failed) {
            LOG.debug("the database does not say whether others have written", failed);
        }
    }
}
