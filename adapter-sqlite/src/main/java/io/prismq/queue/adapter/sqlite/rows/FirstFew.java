package io.prismq.queue.adapter.sqlite.rows;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** The first few of what several sorted answers hold together. */
final class FirstFew<T> {
    private final int limit;
    private final Comparator<T> order;
    private final PriorityQueue<T> lastFirst;

    FirstFew(int limit, Comparator<T> order) {
        this.limit = limit;
        this.order = order;
        this.lastFirst = new PriorityQueue<>(order.reversed());
    }

    void addAll(List<T> candidates) {
        for (T candidate : candidates) {
            lastFirst.add(candidate);
            if (lastFirst.size() > limit) {
                lastFirst.remove();
            }
        }
    }

    /** Once the few are complete, the last of them: nothing after it can still matter. */
    Optional<T> bound() {
        return lastFirst.size() < limit ? Optional.empty() : Optional.of(lastFirst.element());
    }

    List<T> inOrder() {
        return lastFirst.stream().sorted(order).toList();
    }
}
