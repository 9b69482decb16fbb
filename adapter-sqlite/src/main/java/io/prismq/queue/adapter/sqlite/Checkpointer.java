package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.domain.port.TaskStoreException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what the write-ahead log holds into the database, off the writer's path, and keeps the log from growing without
 * end: https://www.sqlite.org/wal.html#avoiding_excessively_large_wal_files.
 */
final class Checkpointer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
    private static final long LOOK_ROUND_MILLIS = 250;

    /** Pages of 4 KiB from which it is worth it: 4 MiB. */
    private static final long WORTH_MOVING = 1000;

    /** Pages of 4 KiB from which writers are held up for the moment that it takes to begin the log anew: 32 MiB. */
    private static final long TOO_LONG = 8000;

    private final SessionSlot connection;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** The answer of the pragma: pages in the log, and how many of them have been moved. */
    private record Log(long pages, long moved) {}

    Checkpointer(Supplier<Session> opener) {
        this.connection = new SessionSlot(() -> {
            Session session = opener.get();
            // To begin the log anew it waits for readers with the write lock in its hand: better to try again later.
            session.execute("PRAGMA busy_timeout = 50");
            return session;
        });
    }

    @Override
    public void run() {
        try {
            while (!stopped.await(LOOK_ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            connection.drop();
        }
    }

    void stop() {
        stopped.countDown();
    }

    private void look() {
        try {
            Log log = ask("NOOP");
            if (log.pages() - log.moved() >= WORTH_MOVING) {
                log = ask("PASSIVE");
            }
            if (log.pages() >= TOO_LONG) {
                ask("RESTART");
            }
        } catch (TaskStoreException | Error failed) {
            LOG.warn("the write-ahead log could not be moved into the database; it grows until it can", failed);
            connection.drop();
        }
    }

    private Log ask(String mode) {
        return connection
                .get()
                .ask("PRAGMA wal_checkpoint(%s)".formatted(mode), row -> {
                    row.number();
                    return new Log(row.number(), row.number());
                })
                .get(0);
    }
}
