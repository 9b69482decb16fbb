package io.prismq.queue.adapter.sqlite.care;

import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.adapter.sqlite.session.SessionSlot;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The thread that looks after the file, on a connection of its own. */
public final class Caretaker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    private static final long LOOK_ROUND_MILLIS = 100;
    private static final long MOMENT_MILLIS = 500;

    private final SessionSlot connection;
    private final ReentrantLock atWork = new ReentrantLock();
    private final List<Chore> chores;
    private final FailureLog failures =
            new FailureLog(LOG, Level.WARN, "the database could not be looked after; its log grows until it can");
    private final CountDownLatch stopped = new CountDownLatch(1);

    public Caretaker(Supplier<Session> opener, List<Chore> chores) {
        this.connection = new SessionSlot(opener);
        this.chores = chores;
    }

    @Override
    public void run() {
        try {
            while (stopped.getCount() > 0) {
                goOnce();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            connection.drop();
        }
    }

    public void stop() {
        stopped.countDown();
    }

    /** Closes the connection, unless a chore takes long; another is opened for the next one. */
    public void forget() {
        try {
            if (atWork.tryLock(MOMENT_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    connection.drop();
                } finally {
                    atWork.unlock();
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever happens, the next round begins: without this thread the log grows without end. */
    private void goOnce() throws InterruptedException {
        try {
            if (!stopped.await(LOOK_ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                chores.forEach(this::look);
            }
        } catch (RuntimeException | Error broken) {
            failures.add(broken);
        }
    }

    private void look(Chore chore) {
        atWork.lock();
        try {
            chore.look(connection.get());
        } catch (RuntimeException | Error failed) {
            failures.add(failed);
            connection.drop();
        } finally {
            atWork.unlock();
        }
    }
}
