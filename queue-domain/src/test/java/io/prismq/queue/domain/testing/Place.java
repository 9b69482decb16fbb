package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.task.TaskId;

/** Where a task stands in an order: by rank, then by age. */
record Place<R extends Comparable<R>>(R rank, TaskId id) implements Comparable<Place<R>> {
    @Override
    public int compareTo(Place<R> other) {
        int byRank = rank.compareTo(other.rank);
        return byRank != 0 ? byRank : id.compareTo(other.id);
    }
}
