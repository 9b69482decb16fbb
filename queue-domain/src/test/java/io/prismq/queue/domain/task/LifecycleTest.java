package io.prismq.queue.domain.task;

import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.TIMEOUT;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.aClaim;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event tried on a task in every status, against the table. */
class LifecycleTest {
    private static final Duration DELAY = Duration.ofMinutes(1);
    private static final Instant EXPIRY = NOW.plus(TIMEOUT).plus(TIMEOUT);
    private static final Set<TaskEvent> HAPPEN_TO_A_TASK =
            EnumSet.complementOf(EnumSet.of(TaskEvent.ENQUEUE, TaskEvent.DELETE));

    static Stream<Arguments> everyEventFromEveryStatus() {
        return Stream.of(TaskStatus.values())
                .flatMap(status -> HAPPEN_TO_A_TASK.stream().map(event -> Arguments.of(status, event)));
    }

    @ParameterizedTest
    @MethodSource("everyEventFromEveryStatus")
    void leadsWhereTheTableSays(TaskStatus from, TaskEvent event) {
        Set<TaskStatus> reached = tries(from, event).stream()
                .flatMap(transition -> transition.fold(
                        moved -> Stream.of(moved.task().status()), refusal -> Stream.<TaskStatus>empty()))
                .collect(Collectors.toSet());

        assertThat(reached).isEqualTo(targets(from, event));
    }

    @ParameterizedTest
    @MethodSource("everyEventFromEveryStatus")
    void refusesWhatTheTableDoesNotKnow(TaskStatus from, TaskEvent event) {
        Set<Refusal> refusals = tries(from, event).stream()
                .flatMap(transition -> transition.fold(task -> Stream.<Refusal>empty(), Stream::of))
                .collect(Collectors.toSet());

        Set<Refusal> expected = Lifecycle.accepts(from, event) ? Set.of() : Set.of(refusal(event));
        assertThat(refusals).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(TaskStatus.class)
    void deletesWhereTheTableSays(TaskStatus from) {
        boolean legal = Lifecycle.RULES.contains(new Lifecycle.Rule(from, TaskEvent.DELETE, null));

        assertThat(Tasks.in(from).isDeletable()).isEqualTo(legal).isEqualTo(from.isFinal());
    }

    @Test
    void enqueuesWhereTheTableSays() {
        assertThat(Stream.of(aTask(), aTask().delay(DELAY))
                        .map(task -> task.build().status()))
                .containsExactlyInAnyOrderElementsOf(targets(null, TaskEvent.ENQUEUE));
    }

    @Test
    void namesEachTransitionOnce() {
        assertThat(Lifecycle.RULES).doesNotHaveDuplicates().hasSize(25);
    }

    @Test
    void takesATransitionOutsideTheTableForADefect() {
        TaskChange change = new TaskChange(Tasks.in(TaskStatus.QUEUED), TaskEvent.CLAIM);

        assertThatIllegalStateException()
                .isThrownBy(() -> change.to(TaskStatus.FAILED))
                .withMessageContaining("no CLAIM from QUEUED to FAILED");
    }

    /** The event under all conditions that its outcome depends on, each at a time when it may happen. */
    private static List<Transition> tries(TaskStatus from, TaskEvent event) {
        Task fresh = in(from, 5);
        Task last = in(from, 1);
        return switch (event) {
            case DUE -> List.of(fresh.due(NOW.plus(DELAY)));
            case CLAIM -> List.of(fresh.claim(aClaim(), NOW));
            case HEARTBEAT -> List.of(fresh.heartbeat(TOKEN, LEASE, null, NOW));
            case PROGRESS -> List.of(fresh.heartbeat(TOKEN, LEASE, new Progress(40, "sorting"), NOW));
            case COMPLETE -> List.of(fresh.complete(TOKEN, NOW));
            case FAIL -> List.of(fail(fresh), fail(last), fresh.fail(TOKEN, Failure.rejected("no"), DELAY, NOW));
            case TIME_OUT ->
                List.of(fresh.leaseEnded(DELAY, NOW.plus(TIMEOUT)), last.leaseEnded(DELAY, NOW.plus(TIMEOUT)));
            case LEASE_EXPIRY ->
                List.of(fresh.leaseEnded(DELAY, NOW.plus(LEASE)), last.leaseEnded(DELAY, NOW.plus(LEASE)));
            case RELEASE -> List.of(fresh.release(TOKEN, Duration.ZERO, NOW), fresh.release(TOKEN, DELAY, NOW));
            case EXPIRE -> List.of(fresh.expire(EXPIRY));
            case CANCEL -> List.of(fresh.cancel(NOW));
            case RETRY -> List.of(fresh.retry(NOW));
            case ENQUEUE, DELETE -> throw new AssertionError("tried by tests of their own");
        };
    }

    private static Transition fail(Task task) {
        return task.fail(TOKEN, Failure.error("no"), DELAY, NOW);
    }

    private static Task in(TaskStatus status, int maxAttempts) {
        Duration delay = status == TaskStatus.SCHEDULED ? DELAY : Duration.ZERO;
        Duration timeToLive = Duration.between(NOW, EXPIRY);
        return Tasks.bring(
                aTask().maxAttempts(maxAttempts)
                        .delay(delay)
                        .timeToLive(timeToLive)
                        .withId(1),
                status);
    }

    private static Set<TaskStatus> targets(@Nullable TaskStatus from, TaskEvent event) {
        return Lifecycle.RULES.stream()
                .filter(rule -> rule.from() == from && rule.event() == event)
                .map(rule -> Objects.requireNonNull(rule.to()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whoever shows a token hears of the lease; others hear of the status. */
    private static Refusal refusal(TaskEvent event) {
        return switch (event) {
            case HEARTBEAT, PROGRESS, COMPLETE, FAIL, RELEASE -> Refusal.LEASE_LOST;
            default -> Refusal.WRONG_STATUS;
        };
    }
}
