package io.prismq.queue.adapter.sqlite.commit;

import io.prismq.queue.adapter.sqlite.rows.SqliteReads;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.adapter.sqlite.session.SessionSlot;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreClosedException;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** A fixed number of connections that read, each on a snapshot for as long as one query. Safe for use by many threads. */
public final class ReaderPool implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;
    private static final long MOMENT_NANOS = Duration.ofMillis(500).toNanos();

    private final int size;
    private final BlockingQueue<SessionSlot> idle;
    private volatile boolean closed;

    public ReaderPool(Supplier<Session> opener, int size) {
        this.size = size;
        this.idle = new ArrayBlockingQueue<>(size);
        for (int place = 0; place < size; place++) {
            idle.add(new SessionSlot(opener));
        }
    }

    /** Reads on this thread, which other work of its pool need not wait for. */
    public <R> R read(Function<? super TaskReads, ? extends R> query) {
        return Blocking.<R>call(() -> readFrom(take(), query));
    }

    private <R> R readFrom(SessionSlot slot, Function<? super TaskReads, ? extends R> query) {
        try {
            return read(slot.get(), query);
        } catch (TaskStoreException failed) {
            slot.drop();
            throw failed;
        } finally {
            idle.add(slot);
        }
    }

    /** Closes the connections, all at one moment where none of them reads for long; others are opened when they are needed. */
    public void forget() {
        List<SessionSlot> slots = new ArrayList<>();
        long end = System.nanoTime() + MOMENT_NANOS;
        try {
            for (int place = 0; place < size; place++) {
                Optional.ofNullable(idle.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS))
                        .ifPresent(slots::add);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            slots.forEach(SessionSlot::drop);
            idle.addAll(slots);
        }
    }

    /** Waits for the queries that run to end, and refuses new ones. */
    @Override
    public void close() {
        closed = true;
        for (int place = 0; place < size; place++) {
            try {
                idle.take().drop();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static <R> R read(Session session, Function<? super TaskReads, ? extends R> query) {
        session.execute("BEGIN");
        try {
            return query.apply(new SqliteReads(session));
        } finally {
            session.execute("ROLLBACK");
        }
    }

    private SessionSlot take() {
        if (closed) {
            throw new StoreClosedException("The store is closed.");
        }
        try {
            SessionSlot slot = idle.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (slot == null) {
                throw new StoreBusyException(
                        closed ? "The store is closed." : "All connections are reading; try again.");
            }
            return slot;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreBusyException("The thread was interrupted before it could read.", stopped);
        }
    }
}
