package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.ClaimStrategy;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimStrategyTest {
    private final TestQueue queue = new TestQueue();

    @ParameterizedTest
    @CsvSource({"PRIORITY, '2 4 1 3 5'", "FIFO, '1 2 3 4 5'", "LIFO, '5 4 3 2 1'"})
    void isTheExactOrderForOneWorker(ClaimStrategy strategy, String expected) {
        List<Integer> priorities = List.of(50, 1, 50, 7, 1000);
        priorities.forEach(priority -> queue.insert(aTask().priority(priority)));
        List<String> order = new ArrayList<>();

        for (int n = 0; n < priorities.size(); n++) {
            claim(strategy, 1).forEach(task -> order.add(task.id().toString()));
        }

        assertThat(order).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"PRIORITY, '2 4 1'", "FIFO, '1 2 3'", "LIFO, '5 4 3'"})
    void isTheExactOrderWithinOneClaim(ClaimStrategy strategy, String expected) {
        List.of(50, 1, 50, 7, 1000).forEach(priority -> queue.insert(aTask().priority(priority)));

        assertThat(claim(strategy, 3)).extracting(task -> task.id().toString()).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @EnumSource(ClaimStrategy.class)
    void takesEveryTaskOnceAndThenNone(ClaimStrategy strategy) {
        List<TaskId> all = Stream.of(3, 1, 2, 1, 3)
                .map(priority -> queue.insert(aTask().priority(priority)).id())
                .toList();

        assertThat(claim(strategy, 10)).extracting(Task::id).containsExactlyInAnyOrderElementsOf(all);
        assertThat(claim(strategy, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ClaimStrategy.class)
    void endsWithTheTaskThatBringsTheClaimToItsSize(ClaimStrategy strategy) {
        List.of(1, 2, 3, 4)
                .forEach(priority -> queue.insert(aTask().priority(priority).payload("[1]")));

        assertThat(claim(strategy, 10, 4)).hasSize(2);
        assertThat(claim(strategy, 10, 1)).hasSize(1);
        assertThat(claim(strategy, 10, 3)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(ClaimStrategy.class)
    void goesOnBehindTasksWhoseTimeToLiveHasPassed(ClaimStrategy strategy) {
        Duration second = Duration.ofSeconds(1);
        queue.insert(aTask().priority(1).timeToLive(second));
        Task fresh = queue.insert(aTask().priority(1));
        queue.insert(aTask().priority(1).timeToLive(second));
        queue.clock.advance(second);

        assertThat(claim(strategy, 1)).extracting(Task::id).containsExactly(fresh.id());
    }

    @Nested
    class WeightedRandom {
        private static final int CLAIMS = 20_000;

        /** Three levels that are always present: each task that is claimed goes back at once. */
        @Test
        void drawsEachLevelByItsWeight() {
            List<Integer> levels = List.of(1, 3, 9);
            levels.forEach(level -> queue.insert(aTask().priority(level)));
            Map<Integer, Integer> drawn = new HashMap<>();

            for (int n = 0; n < CLAIMS; n++) {
                Task task = claim(ClaimStrategy.WEIGHTED_RANDOM, 1).get(0);
                drawn.merge(task.spec().priority().value(), 1, Integer::sum);
                queue.settle(task, new Settlement.Release(Duration.ZERO));
            }

            double weights =
                    levels.stream().mapToDouble(level -> 1.0 / (level + 1)).sum();
            double chiSquare = levels.stream()
                    .mapToDouble(level -> {
                        double expected = CLAIMS / (level + 1.0) / weights;
                        double off = drawn.getOrDefault(level, 0) - expected;
                        return off * off / expected;
                    })
                    .sum();
            assertThat(chiSquare)
                    .as("chi-square of %s with two degrees of freedom, at its 0.999 quantile", drawn)
                    .isLessThan(13.82);
        }

        @Test
        void takesTheOldestOfALevel() {
            Task oldest = queue.insert(aTask());
            Task next = queue.insert(aTask());

            assertThat(claim(ClaimStrategy.WEIGHTED_RANDOM, 2))
                    .extracting(Task::id)
                    .containsExactly(oldest.id(), next.id());
        }

        @Test
        void drawsAnewForEachTaskOfOneClaim() {
            for (int n = 0; n < 100; n++) {
                queue.insert(aTask().priority(1));
                queue.insert(aTask().priority(2));
            }

            List<Integer> drawn = claim(ClaimStrategy.WEIGHTED_RANDOM, 100).stream()
                    .map(task -> task.spec().priority().value())
                    .toList();

            assertThat(drawn).hasSize(100).contains(1, 2);
            assertThat(drawn.stream().filter(level -> level == 1).count()).isBetween(45L, 75L);
        }

        @Test
        void drawsAmongTheLevelsThatTheWorkerCanRunAlone() {
            queue.insert(aTask().priority(1).type("other"));
            queue.insert(aTask().priority(1).requires("\"gpu\":true"));
            Task task = queue.insert(aTask().priority(1000));

            assertThat(claim(ClaimStrategy.WEIGHTED_RANDOM, 10))
                    .extracting(Task::id)
                    .containsExactly(task.id());
        }
    }

    private List<Task> claim(ClaimStrategy strategy, int limit) {
        return claim(strategy, limit, Long.MAX_VALUE);
    }

    private List<Task> claim(ClaimStrategy strategy, int limit, long maxBytes) {
        ClaimCommand command = new ClaimCommand(
                WORKER, TestQueue.skills(TYPE), strategy, limit, maxBytes, Optional.empty(), Optional.empty());
        return done(queue.execution.claim(command)).stream()
                .map(StoredTask::task)
                .toList();
    }
}
