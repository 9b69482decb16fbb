package io.prismq.queue.application.events;

import io.prismq.queue.domain.event.EventSpan;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.port.TaskStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The log as the store has it, for those who are far behind. Those who catch up at about the same place share the pages
 * that were read last, and so each may take as little at a time as it likes. Safe for use by many threads.
 */
final class EventPast {
    /** How many events are read at a time. */
    static final int PAGE = 500;

    /** How many pages are shared. */
    private static final int MOST = 8;

    /**
     * Events with none between them.
     *
     * @param before none lies between this id and the first of them
     */
    private record Page(long before, List<QueueEvent> events) {
        boolean leadsOnFrom(long id) {
            return before <= id && id < events.get(events.size() - 1).id();
        }

        List<QueueEvent> after(long id) {
            return events.stream().filter(event -> event.id() > id).toList();
        }
    }

    private final TaskStore store;
    private final Deque<Page> pages = new ArrayDeque<>();

    EventPast(TaskStore store) {
        this.store = store;
    }

    /** Some of what came after an event; a reset where that cannot be said any more. */
    News after(long id) {
        List<QueueEvent> known = known(id);
        if (!known.isEmpty()) {
            return News.Events.of(known, id);
        }
        record Kept(EventSpan span, List<QueueEvent> events) {}
        Kept kept = store.read(
                reads -> new Kept(reads.history().events(), reads.history().events(id, PAGE)));
        if (!kept.span().follows(id)) {
            return new News.Reset(kept.span().before());
        }
        keep(new Page(id, kept.events()));
        return News.Events.of(kept.events(), id);
    }

    synchronized void forget() {
        pages.clear();
    }

    private synchronized List<QueueEvent> known(long id) {
        return pages.stream()
                .filter(page -> page.leadsOnFrom(id))
                .findFirst()
                .map(page -> page.after(id))
                .orElse(List.of());
    }

    private synchronized void keep(Page page) {
        if (!page.events().isEmpty()) {
            pages.addFirst(page);
        }
        if (pages.size() > MOST) {
            pages.removeLast();
        }
    }
}
