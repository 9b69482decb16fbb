package io.prismq.queue.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.worker.RunningTask;
import io.prismq.queue.domain.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who works on this queue. A sign of life is noted in memory and stored now and then, by {@link #store()}, so that a
 * claim that finds nothing writes nothing. Safe for use by many threads.
 */
public final class WorkerRegistry {
    /** A worker that is silent for longer is gone. */
    public static final Duration DEFAULT_SILENCE = Duration.ofMinutes(2);

    /** How many workers are noted; of more, some go unnoticed. */
    private static final int MOST_WORKERS = 2000;

    private static final int MOST_RUNNING = 10_000;

    /** How many times within the silence a worker that goes on working is stored. */
    private static final int TIMES_STORED = 4;

    private final TaskStore store;
    private final Clock clock;
    private final Duration silence;
    private final ConcurrentMap<WorkerId, Sighting> sightings = new ConcurrentHashMap<>();
    private final AtomicBoolean news = new AtomicBoolean();
    private final AtomicReference<@Nullable Instant> storeAt = new AtomicReference<>();

    private record Look(List<Worker> workers, List<RunningTask> running) {}

    /** A registry whose workers are gone after such a silence. */
    public WorkerRegistry(TaskStore store, Clock clock, Duration silence) {
        this.store = store;
        this.clock = clock;
        this.silence = silence;
    }

    /** A worker asks for tasks. */
    void claims(WorkerId worker, Skills skills) {
        note(worker, sighting -> sighting.withSkills(skills));
    }

    /** A worker tells about a task that it holds. */
    void tells(WorkerId worker) {
        note(worker, sighting -> sighting);
    }

    /** So many handlers of a worker go on though their attempts have ended. */
    public void reportStuckHandlers(WorkerId worker, int handlers) {
        note(worker, sighting -> sighting.withStuckHandlers(handlers));
    }

    /** Everyone who was seen lately, by id. */
    public List<WorkerStatus> list() {
        Look look = store.read(
                reads -> new Look(reads.workers().all(), reads.workers().running(MOST_RUNNING)));
        Map<WorkerId, List<TaskId>> running =
                look.running().stream().collect(groupingBy(RunningTask::worker, mapping(RunningTask::task, toList())));
        Instant limit = clock.now().minus(silence);
        return current(look.workers(), Map.copyOf(sightings)).values().stream()
                .filter(worker -> !worker.lastSeen().isBefore(limit))
                .sorted(Comparator.comparing(worker -> worker.id().value()))
                .map(worker -> new WorkerStatus(
                        worker,
                        running.getOrDefault(worker.id(), List.of()).stream()
                                .sorted()
                                .toList()))
                .toList();
    }

    /**
     * Stores what is new, where something is or the last time was long enough ago, and strikes off who is gone. To be
     * called often. What could not be stored is stored the next time.
     */
    public CompletionStage<Void> store() {
        Instant now = clock.now();
        Duration interval = silence.dividedBy(TIMES_STORED);
        Instant planned = Objects.requireNonNullElse(storeAt.get(), now);
        boolean due = !now.isBefore(planned) || planned.isAfter(now.plus(interval));
        if (!news.get() && !due) {
            return CompletableFuture.completedStage(null);
        }
        news.set(false);
        storeAt.set(now.plus(interval));
        sightings.replaceAll((id, sighting) -> sighting.notAfter(now));
        sightings.values().removeIf(sighting -> sighting.last().isBefore(now.minus(silence)));
        Map<WorkerId, Sighting> seen = Map.copyOf(sightings);
        return CompletableFuture.completedStage(seen)
                .thenCompose(told -> store.write(tx -> register(tx, told)))
                .whenComplete((stored, failure) -> {
                    if (failure != null) {
                        news.set(true);
                    } else {
                        seen.forEach(
                                (id, then) -> sightings.computeIfPresent(id, (key, latest) -> latest.stored(then)));
                    }
                })
                .thenRun(() -> {});
    }

    private boolean register(TaskTransaction tx, Map<WorkerId, Sighting> seen) {
        List<Worker> registered = tx.workers().all();
        Set<Worker> known = Set.copyOf(registered);
        Instant limit = tx.now().minus(silence);
        for (Worker worker : current(registered, seen).values()) {
            Worker present = worker.seenNotAfter(tx.now());
            if (present.lastSeen().isBefore(limit)) {
                tx.workers().remove(present.id());
            } else if (!known.contains(present)) {
                tx.workers().put(present);
            }
        }
        return true;
    }

    private static Map<WorkerId, Worker> current(List<Worker> registered, Map<WorkerId, Sighting> seen) {
        Map<WorkerId, Worker> workers = new HashMap<>();
        registered.forEach(worker -> workers.put(worker.id(), worker));
        seen.forEach((id, sighting) -> workers.put(id, sighting.of(id, workers.get(id))));
        return workers;
    }

    private void note(WorkerId worker, UnaryOperator<Sighting> what) {
        if (sightings.size() >= MOST_WORKERS && !sightings.containsKey(worker)) {
            return;
        }
        Instant now = clock.now();
        Sighting noted = sightings.compute(
                worker, (id, before) -> what.apply(before == null ? Sighting.at(now) : before.again(now)));
        if (!noted.stored()) {
            news.set(true);
        }
    }
}
