package io.prismq.queue.application.events;

import io.prismq.queue.domain.event.QueueEvent;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** The latest events, kept in memory for those who follow closely. Safe for use by many threads. */
final class EventWindow {
    /** How far a follower may fall behind. */
    static final int MOST = 10_000;

    private final TreeMap<Long, QueueEvent> events = new TreeMap<>();
    private final AtomicLong before = new AtomicLong();
    private final AtomicLong last = new AtomicLong();

    /** Forgets all, and begins anew after an event. */
    synchronized void begin(long after) {
        events.clear();
        before.set(after);
        last.set(after);
    }

    synchronized void add(List<QueueEvent> next) {
        next.forEach(event -> events.put(event.id(), event));
        while (events.size() > MOST) {
            before.set(events.pollFirstEntry().getKey());
        }
        if (!events.isEmpty()) {
            last.set(events.lastKey());
        }
    }

    /** The id of the latest event. */
    long last() {
        return last.get();
    }

    /** The events after one, none where there are none; empty where the window does not reach there. */
    synchronized Optional<List<QueueEvent>> after(long id, int limit) {
        return id < before.get() || id > last.get()
                ? Optional.empty()
                : Optional.of(
                        events.tailMap(id, false).values().stream().limit(limit).toList());
    }
}
