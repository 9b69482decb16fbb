package io.prismq.queue.application;

import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.audit.Outcome;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.TaskCounts;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** What operators see of the types of tasks, and do to them. */
public final class TaskTypes {
    private final TaskStore store;
    private final TaskTypePolicies policies;
    private final Clock clock;

    public TaskTypes(TaskStore store, TaskTypePolicies policies, Clock clock) {
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    /** Every type that has tasks, has had some, has a policy of its own or is paused; by name. */
    public List<TypeStatus> all() {
        return store.read(this::all);
    }

    /**
     * Offers its tasks to no worker any more; what runs goes on.
     *
     * @return false where it was paused already
     */
    public CompletionStage<Boolean> pause(TaskType type, By by) {
        return store.write(
                tx -> noted(tx, by, Action.PAUSE_TYPE, type, tx.offers().pause(type)));
    }

    /**
     * Offers its tasks to workers again.
     *
     * @return false where it was not paused
     */
    public CompletionStage<Boolean> resume(TaskType type, By by) {
        return store.write(
                tx -> noted(tx, by, Action.RESUME_TYPE, type, tx.offers().resume(type)));
    }

    private static boolean noted(TaskTransaction tx, By by, Action action, TaskType type, boolean changed) {
        Outcome outcome = changed ? Outcome.DONE : Outcome.UNCHANGED;
        tx.history().audit().add(tx.now(), new Deed(by, action, type.value(), outcome));
        return changed;
    }

    private List<TypeStatus> all(TaskReads reads) {
        Map<TaskType, Map<TaskStatus, Long>> counts = counts(reads.statistics().counts());
        Map<TaskType, Instant> oldest = reads.statistics().oldestQueued();
        Map<TaskType, Instant> paused = reads.offers().paused();
        TreeSet<TaskType> types = new TreeSet<>(Comparator.comparing(TaskType::value));
        types.addAll(counts.keySet());
        types.addAll(policies.byType().keySet());
        types.addAll(paused.keySet());
        return types.stream()
                .map(type -> new TypeStatus(
                        type,
                        policies.of(type),
                        counts.getOrDefault(type, none()),
                        Optional.ofNullable(oldest.get(type)).map(created -> Age.since(created, clock)),
                        Optional.ofNullable(paused.get(type))))
                .toList();
    }

    private static Map<TaskType, Map<TaskStatus, Long>> counts(TaskCounts counts) {
        Map<TaskType, Map<TaskStatus, Long>> byType = new HashMap<>();
        counts.cells()
                .forEach(cell ->
                        byType.computeIfAbsent(cell.type(), type -> none()).put(cell.status(), cell.count()));
        return byType;
    }

    private static Map<TaskStatus, Long> none() {
        Map<TaskStatus, Long> none = new EnumMap<>(TaskStatus.class);
        for (TaskStatus status : TaskStatus.values()) {
            none.put(status, 0L);
        }
        return none;
    }
}
