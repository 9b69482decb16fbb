package io.prismq.queue.adapter.sqlite.commit;

import io.prismq.queue.adapter.sqlite.rows.BatchTotal;
import io.prismq.queue.adapter.sqlite.rows.Changes;
import io.prismq.queue.adapter.sqlite.rows.SqliteTransaction;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreOutcomeUnknownException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Units of work that share one transaction and one fsync.
 *
 * <p>First they run one after the other, with nothing between them. Where one fails after it has written, all is taken
 * back and they run again, each in a savepoint, so that the failing one alone leaves nothing. Where the database itself
 * fails, the transaction may be gone with everything in it: then no unit is acknowledged.
 */
public final class Batch {
    /** More than a batch makes the file grow by, in pages: with so much room left, nobody needs to look at each unit. */
    private static final long PLENTY = 4096;

    /**
     * Pages of what is kept free that a small unit may use which adds no task, such as a delete with its row in the audit
     * log: half of it, for the log has to begin anew in any case.
     */
    private static final long SPARE = 1024;

    private static final long SMALL = 8;

    private final Session session;
    private final Clock clock;
    private final List<WriteUnit<?>> units;
    private final LongPredicate hasRoomFor;
    private boolean isShortOfRoom;

    /** On a disk that has room for everything. */
    public Batch(Session session, Clock clock, List<WriteUnit<?>> units) {
        this(session, clock, units, pages -> true);
    }

    /**
     * The units, in their order.
     *
     * @param hasRoomFor whether the disk has room for so many pages; units that need more are refused where it has not
     */
    public Batch(Session session, Clock clock, List<WriteUnit<?>> units, LongPredicate hasRoomFor) {
        this.hasRoomFor = hasRoomFor;
        this.session = session;
        this.clock = clock;
        this.units = units;
    }

    /**
     * Makes the effect of the units durable. Afterwards each unit knows what to tell its caller.
     *
     * @throws StoreOutcomeUnknownException if the commit failed; the session is of no further use
     * @throws TaskStoreException if nothing was stored
     */
    public Commit commit() {
        long begun = System.nanoTime();
        session.execute("BEGIN IMMEDIATE");
        Changes changes;
        try {
            isShortOfRoom = !hasRoomFor.test(pages() + PLENTY);
            changes = runTogether().orElseGet(this::runApart);
            changes.write(session);
        } catch (RuntimeException | Error failed) {
            rollBack();
            throw failed;
        }
        try {
            session.execute("COMMIT");
        } catch (StoreFullException noRoom) {
            // Short of room, the log lacks the frame that would have made the transaction count.
            rollBack();
            throw noRoom;
        } catch (TaskStoreException | Error failed) {
            throw new StoreOutcomeUnknownException(
                    "The database failed at the commit; whether the write is stored is unknown, ask before you repeat"
                            + " it.",
                    failed);
        }
        return new Commit(
                changes.inOrder(), changes.hasResumed(), units.size(), Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Empty when a unit failed that cannot be taken back alone; the transaction is a new one then. */
    private Optional<Changes> runTogether() {
        Changes all = new Changes();
        BatchTotal total = new BatchTotal(all);
        for (WriteUnit<?> unit : units) {
            SqliteTransaction tx = run(unit, total);
            if (unit.error().isEmpty()) {
                all.add(tx.changes());
            } else if (session.hasWritten() || session.failure().isPresent()) {
                rollBack();
                session.execute("BEGIN IMMEDIATE");
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private Changes runApart() {
        Changes all = new Changes();
        BatchTotal total = new BatchTotal(all);
        for (WriteUnit<?> unit : units) {
            session.execute("SAVEPOINT unit");
            SqliteTransaction tx = run(unit, total);
            if (unit.error().isEmpty()) {
                all.add(tx.changes());
            } else {
                takeBack(unit);
            }
            session.execute("RELEASE unit");
        }
        return all;
    }

    private void takeBack(WriteUnit<?> unit) {
        session.lanes().forget();
        try {
            session.execute("ROLLBACK TO unit");
        } catch (TaskStoreException transactionGone) {
            throw unit.error()
                    .filter(TaskStoreException.class::isInstance)
                    .map(TaskStoreException.class::cast)
                    .orElse(transactionGone);
        }
    }

    /** An error of the database that the unit kept to itself counts as its own. */
    private SqliteTransaction run(WriteUnit<?> unit, BatchTotal total) {
        SqliteTransaction tx = new SqliteTransaction(session, clock.now(), total);
        session.beginUnit();
        long pages = isShortOfRoom ? pages() : 0;
        unit.run(tx);
        session.failure().ifPresent(unit::fail);
        if (isShortOfRoom && unit.error().isEmpty() && session.hasWritten()) {
            requireRoom(unit, tx.changes().growth() > 0, pages);
        }
        return tx;
    }

    /** What needs no more pages is let through, above all a delete: it makes room. */
    private void requireRoom(WriteUnit<?> unit, boolean addsTasks, long pagesBefore) {
        long pages = pages();
        long spare = addsTasks || pages - pagesBefore > SMALL ? 0 : SPARE;
        if (pages > pagesBefore && !hasRoomFor.test(pages - spare)) {
            unit.fail(new StoreFullException(
                    "The disk is so full that the database cannot grow; free disk space, or delete tasks."));
        }
    }

    private long pages() {
        return session.number("PRAGMA page_count");
    }

    private void rollBack() {
        session.lanes().forget();
        try {
            session.execute("ROLLBACK");
        } catch (TaskStoreException alreadyGone) {
            // SQLite ends the transaction by itself on some errors: https://www.sqlite.org/lang_transaction.html
        }
    }
}
