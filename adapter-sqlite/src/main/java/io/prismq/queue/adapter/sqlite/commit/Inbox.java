package io.prismq.queue.adapter.sqlite.commit;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreClosedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The units of work that wait for the writer, bounded in number and in what they hold. Safe for use by many threads. */
public final class Inbox {
    private final BlockingQueue<WriteUnit<?>> waiting;
    private final AtomicLong heldBytes = new AtomicLong();
    private final int maxUnits;
    private final long maxBytes;
    private volatile boolean closed;

    public Inbox(int maxUnits, long maxBytes) {
        this.waiting = new LinkedBlockingQueue<>(maxUnits);
        this.maxUnits = maxUnits;
        this.maxBytes = maxBytes;
    }

    /** A unit larger than the bound is taken when nothing else waits: it could never be taken otherwise. */
    public void put(WriteUnit<?> unit) {
        requireOpen();
        long others = heldBytes.getAndAdd(unit.heldBytes());
        if (others > 0 && others + unit.heldBytes() > maxBytes) {
            refuse(unit, maxBytes + " bytes");
        }
        if (!waiting.offer(unit)) {
            refuse(unit, maxUnits + " writes");
        }
        // Closed in between: whoever empties the inbox may have looked for the last time.
        if (closed && waiting.remove(unit)) {
            requireOpen();
        }
    }

    /** Everything that waits, up to a number, and to the unit that brings it to the bytes; empty when nothing came in time. */
    List<WriteUnit<?>> take(int most, long mostBytes, Duration patience) throws InterruptedException {
        List<WriteUnit<?>> taken = new ArrayList<>();
        long bytes = 0;
        WriteUnit<?> next = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        while (next != null) {
            taken.add(next);
            bytes += next.heldBytes();
            next = taken.size() < most && bytes < mostBytes ? waiting.poll() : null;
        }
        heldBytes.addAndGet(-bytes);
        return taken;
    }

    /** All that waits at this moment. */
    List<WriteUnit<?>> takeAll() {
        List<WriteUnit<?>> taken = new ArrayList<>();
        waiting.drainTo(taken);
        taken.forEach(unit -> heldBytes.addAndGet(-unit.heldBytes()));
        return taken;
    }

    /** Takes no more; what waits stays to be taken. */
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreClosedException("The store is closed; nothing was stored.");
        }
    }

    private void refuse(WriteUnit<?> unit, String bound) {
        heldBytes.addAndGet(-unit.heldBytes());
        throw new StoreBusyException("More than %s wait for the disk already; try again later.".formatted(bound));
    }
}
