package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Lane;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Which queued tasks a worker is offered: the first few of each lane that suits it, merged. */
final class Offers {
    private static final long QUEUED = Codes.of(TaskStatus.QUEUED);

    /** A queued task, as far as its index knows it. */
    private record Candidate(int priority, long id) {
        static final Comparator<Candidate> FIRST_COME =
                Comparator.comparingInt(Candidate::priority).thenComparingLong(Candidate::id);
    }

    private final Session session;

    Offers(Session session) {
        this.session = session;
    }

    /** The ids of the tasks, in the order that is asked for. */
    List<Long> inOrder(ClaimCriteria wanted) {
        return switch (wanted.order()) {
            case PRIORITY -> byPriority(wanted);
            // Within a level, the first by priority are the oldest.
            case OLDEST -> wanted.level().isPresent() ? byPriority(wanted) : oldest(wanted);
            case NEWEST -> wanted.level().map(level -> newest(wanted, level)).orElseGet(() -> newest(wanted));
        };
    }

    Map<TaskType, Instant> paused() {
        Map<TaskType, Instant> paused = new HashMap<>();
        session.list(PauseQueries.ALL, row -> paused.put(new TaskType(row.text()), row.time()));
        return paused;
    }

    List<Priority> levels(Skills skills) {
        return suiting(skills)
                .flatMap(lane -> session.list(ClaimQueries.LEVELS, Row::count, lane.id()).stream())
                .distinct()
                .sorted()
                .map(Priority::new)
                .toList();
    }

    private List<Long> byPriority(ClaimCriteria wanted) {
        int lowest = wanted.level().map(Priority::value).orElse(Priority.MIN);
        int highest = wanted.level().map(Priority::value).orElse(Priority.MAX);
        return merge(
                        wanted,
                        Candidate.FIRST_COME,
                        (lane, last) -> session.list(
                                ClaimQueries.BY_PRIORITY,
                                row -> new Candidate(row.count(), row.number()),
                                lane.id(),
                                lowest,
                                last.map(Candidate::priority).orElse(highest),
                                wanted.limit()))
                .stream()
                .map(Candidate::id)
                .toList();
    }

    private List<Long> oldest(ClaimCriteria wanted) {
        return merge(
                wanted,
                Comparator.<Long>naturalOrder(),
                (lane, last) -> session.list(
                        ClaimQueries.OLDEST,
                        Row::number,
                        lane.id(),
                        QUEUED,
                        last.orElse(TaskId.MAX + 1),
                        wanted.limit()));
    }

    private List<Long> newest(ClaimCriteria wanted) {
        return merge(
                wanted,
                Comparator.<Long>reverseOrder(),
                (lane, last) -> session.list(
                        TaskQueries.NEWEST_IN_LANE,
                        Row::number,
                        lane.id(),
                        QUEUED,
                        TaskId.MAX + 1,
                        last.orElse(0L),
                        wanted.limit()));
    }

    private List<Long> newest(ClaimCriteria wanted, Priority level) {
        return merge(
                wanted,
                Comparator.<Long>reverseOrder(),
                (lane, last) -> session.list(
                        ClaimQueries.NEWEST_OF_LEVEL,
                        Row::number,
                        lane.id(),
                        level.value(),
                        last.orElse(0L),
                        wanted.limit()));
    }

    /** @param some the first of a lane, which need not bring what comes after the last one that still matters */
    private <T> List<T> merge(ClaimCriteria wanted, Comparator<T> order, BiFunction<Lane, Optional<T>, List<T>> some) {
        FirstFew<T> first = new FirstFew<>(wanted.limit(), order);
        suiting(wanted.skills()).forEach(lane -> first.addAll(some.apply(lane, first.bound())));
        return first.inOrder();
    }

    private Stream<Lane> suiting(Skills skills) {
        Map<TaskType, Boolean> paused = new HashMap<>();
        return session.lanes().suiting(skills).stream()
                .filter(lane -> !paused.computeIfAbsent(lane.key().type(), this::isPaused));
    }

    private boolean isPaused(TaskType type) {
        return session.first(PauseQueries.IS_PAUSED, Row::number, type.value()).isPresent();
    }
}
