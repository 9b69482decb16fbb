package io.prismq.queue.adapter.sqlite.commit;

import io.prismq.queue.adapter.sqlite.care.FailureLog;
import io.prismq.queue.adapter.sqlite.care.FreePages;
import io.prismq.queue.adapter.sqlite.file.WritableFile;
import io.prismq.queue.adapter.sqlite.session.SessionSlot;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreOutcomeUnknownException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The writer: takes all that waits, commits it at once, tells the callers. While one commit waits for the disk the next
 * batch gathers, so that the fsync is shared by as many as there are.
 */
public final class GroupCommit implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** Bounds what one transaction holds, and how long a caller waits for its neighbours. */
    private static final int MOST_UNITS = 1024;

    /** The same in bytes: the log grows by all of it at once. */
    private static final long MOST_BYTES = 4L << 20;

    /** How soon another process's commit is noticed. */
    private static final Duration LOOK_ROUND = Duration.ofMillis(25);

    /** How many callers one task of the executor tells. */
    private static final int TOLD_AT_ONCE = 64;

    private final Inbox inbox;
    private final WritableFile file;
    private final SessionSlot writer;
    private final Clock clock;
    private final Subscribers subscribers;
    private final Executor tellers;
    private final ForeignCommits foreign = new ForeignCommits();
    private final FailureLog failedCommits =
            new FailureLog(LOG, Level.ERROR, "a commit failed; the connection is opened anew");
    private final FailureLog unknown =
            new FailureLog(LOG, Level.ERROR, "the writer met what it does not know, and goes on");
    /** Made beforehand: when it is needed there may be no memory for it. */
    private final TaskStoreException brokenOff = new StoreOutcomeUnknownException(
            "The writer broke off; whether the write is stored is unknown, ask before you repeat it.");

    private final FreePages freePages = new FreePages(FreePages.SHIPPED_RESERVE);

    public GroupCommit(Inbox inbox, WritableFile file, Clock clock, Subscribers subscribers, Executor tellers) {
        this.inbox = inbox;
        this.file = file;
        this.writer = new SessionSlot(file::connect);
        this.clock = clock;
        this.subscribers = subscribers;
        this.tellers = tellers;
    }

    /** Works until the inbox is closed and empty. */
    @Override
    public void run() {
        try {
            while (!inbox.isClosed() || !inbox.isEmpty()) {
                goOnce();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            writer.drop();
        }
    }

    /** Whatever happens, the next round begins: without this thread nothing is ever stored again. */
    private void goOnce() throws InterruptedException {
        try {
            commit(inbox.take(MOST_UNITS, MOST_BYTES, LOOK_ROUND));
            lookForForeignCommits();
            giveBackPages();
        } catch (RuntimeException | Error broken) {
            unknown.add(broken);
        }
    }

    private void commit(List<WriteUnit<?>> units) {
        if (!units.isEmpty()) {
            Optional<Commit> commit = storeOrBreakOff(units);
            tell(units);
            commit.filter(Commit::isNews).ifPresent(subscribers::tell);
        }
    }

    /** Afterwards each unit knows what to tell its caller, also where there is no memory to tell why. */
    private Optional<Commit> storeOrBreakOff(List<WriteUnit<?>> units) {
        try {
            return store(units);
        } catch (RuntimeException | Error broken) {
            units.forEach(unit -> unit.fail(brokenOff));
            unknown.add(broken);
            writer.drop();
            return Optional.empty();
        }
    }

    private Optional<Commit> store(List<WriteUnit<?>> units) {
        file.turn().lock();
        try {
            file.requireInPlace();
            return Optional.of(new Batch(writer.get(), clock, units, file::hasRoomFor).commit());
        } catch (StoreBusyException locked) {
            // Who came meanwhile has waited too; they would once more as long as these did.
            units.addAll(inbox.takeAll());
            return refuse(units, locked);
        } catch (StoreOutcomeUnknownException doubtful) {
            failedCommits.add(doubtful);
            writer.drop();
            return refuse(units, doubtful);
        } catch (StoreReadOnlyException unwritable) {
            writer.drop();
            file.forgetOthers();
            return refuse(units, unwritable);
        } catch (RuntimeException failed) {
            return refuse(units, failed);
        } catch (Error broken) {
            failedCommits.add(broken);
            writer.drop();
            return refuse(units, new TaskStoreException("The write broke off; nothing was stored.", broken));
        } finally {
            file.turn().unlock();
        }
    }

    private static Optional<Commit> refuse(List<WriteUnit<?>> units, RuntimeException cause) {
        units.forEach(unit -> unit.fail(cause));
        return Optional.empty();
    }

    private void tell(List<WriteUnit<?>> units) {
        for (int from = 0; from < units.size(); from += TOLD_AT_ONCE) {
            List<WriteUnit<?>> some = units.subList(from, Math.min(from + TOLD_AT_ONCE, units.size()));
            tell(() -> some.forEach(WriteUnit::acknowledge));
        }
    }

    /** Where no thread can be had, callers are told from here: one who is never told waits for ever. */
    private void tell(Runnable some) {
        try {
            tellers.execute(some);
        } catch (RuntimeException | Error unavailable) {
            unknown.add(unavailable);
            some.run();
        }
    }

    private void lookForForeignCommits() {
        try {
            if (foreign.look(writer.get())) {
                subscribers.tell(Commit.FOREIGN);
            }
        } catch (TaskStoreException failed) {
            LOG.debug("the database does not say whether others have written", failed);
        }
    }

    private void giveBackPages() {
        file.turn().lock();
        try {
            freePages.look(writer.get());
        } catch (TaskStoreException failed) {
            LOG.debug("the free pages of the database stay in it for now", failed);
        } finally {
            file.turn().unlock();
        }
    }
}
