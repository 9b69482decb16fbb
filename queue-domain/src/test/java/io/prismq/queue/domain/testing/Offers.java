package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.ClaimOrder;
import io.prismq.queue.domain.port.OfferReads;
import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which queued tasks a worker is offered, and which it holds. */
final class Offers implements OfferReads {
    private final TaskTable table;
    private final TaskIndexes indexes;
    private final Map<TaskType, Instant> paused = new HashMap<>();

    Offers(TaskTable table, TaskIndexes indexes) {
        this.table = table;
        this.indexes = indexes;
    }

    @Override
    public List<StoredTask> claimable(ClaimCriteria criteria) {
        Iterator<StoredTask> found =
                inOrder(criteria).flatMap(id -> table.load(id).stream()).iterator();
        return TaskTable.first(found, criteria.limit(), criteria.maxBytes());
    }

    /** The tasks in the order that is asked for; from each lane no more than the limit. */
    private Stream<TaskId> inOrder(ClaimCriteria criteria) {
        if (criteria.order() == ClaimOrder.PRIORITY || criteria.level().isPresent()) {
            return lanes(criteria.skills())
                    .flatMap(lane -> places(lane, criteria).limit(criteria.limit()))
                    .sorted(byOrder(criteria.order()))
                    .map(Place::id);
        }
        boolean newest = criteria.order() == ClaimOrder.NEWEST;
        Comparator<TaskId> age = Comparator.naturalOrder();
        return lanes(criteria.skills())
                .flatMap(lane -> ids(lane, newest).stream().limit(criteria.limit()))
                .sorted(newest ? age.reversed() : age);
    }

    @Override
    public List<StoredTask> held(WorkerId worker, ClaimId claim) {
        return table.timed(Timer.LEASE)
                .filter(task -> isHeld(task, worker, claim))
                .map(Task::id)
                .sorted()
                .flatMap(id -> table.load(id).stream())
                .toList();
    }

    @Override
    public List<Priority> levels(Skills skills) {
        return lanes(skills)
                .flatMap(lane -> indexes.queued.of(lane).stream())
                .map(Place::rank)
                .distinct()
                .sorted()
                .map(Priority::new)
                .toList();
    }

    @Override
    public Map<TaskType, Instant> paused() {
        return Map.copyOf(paused);
    }

    boolean isPaused(TaskType type) {
        return paused.containsKey(type);
    }

    int pausedTypes() {
        return paused.size();
    }

    /**
     * Pauses a type, or resumes it.
     *
     * @param since null where it is to be claimed again
     * @return what was there before
     */
    @Nullable
    Instant setPaused(TaskType type, @Nullable Instant since) {
        return since == null ? paused.remove(type) : paused.put(type, since);
    }

    private Stream<Lane> lanes(Skills skills) {
        return indexes.queued.names().stream()
                .filter(lane -> !paused.containsKey(lane.type()))
                .filter(lane -> skills.suit(lane.type(), lane.compatibility()));
    }

    private Stream<Place<Integer>> places(Lane lane, ClaimCriteria criteria) {
        NavigableSet<Place<Integer>> all = indexes.queued.of(lane);
        return criteria.level()
                .map(level -> all.stream()
                        .filter(place -> place.rank() == level.value())
                        .sorted(byOrder(criteria.order())))
                .orElseGet(all::stream);
    }

    private NavigableSet<TaskId> ids(Lane lane, boolean newest) {
        NavigableSet<TaskId> ids = indexes.waiting.of(lane);
        return newest ? ids.descendingSet() : ids;
    }

    private static Comparator<Place<Integer>> byOrder(ClaimOrder order) {
        Comparator<Place<Integer>> byAge = Comparator.comparing(Place::id);
        return switch (order) {
            case PRIORITY -> Comparator.naturalOrder();
            case OLDEST -> byAge;
            case NEWEST -> byAge.reversed();
        };
    }

    private static boolean isHeld(Task task, WorkerId worker, ClaimId claim) {
        Lease lease = task.lease();
        return lease != null && lease.worker().equals(worker) && claim.equals(lease.claim());
    }
}
