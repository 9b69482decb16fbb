package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.PATIENCE;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.event.Activity;
import io.prismq.queue.domain.port.TaskPage;
import io.prismq.queue.domain.port.TaskQuery;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskQueriesTest {
    private final TestQueue queue = new TestQueue();
    private final FinishSignals signals = new FinishSignals(queue.store);
    private final TaskQueries queries = new TaskQueries(queue.store, signals, queue.clock);

    @AfterEach
    void close() {
        signals.close();
    }

    @Nested
    class Get {
        @Test
        void bringsTheTaskWithItsPayload() {
            Task task = queue.insert(aTask().payload("[1]"));

            assertThat(queries.get(task.id())).contains(new StoredTask(task, new Payload("[1]"), null));
        }

        @Test
        void findsNoTaskThatIsNotThere() {
            assertThat(queries.get(new TaskId(4711))).isEmpty();
        }
    }

    @Nested
    class Search {
        @Test
        void findsKeysByTheirBeginning() {
            queue.insert(aTask().idempotencyKey("order-1"));
            queue.insert(aTask().idempotencyKey("other"));

            assertThat(queries.withKeyPrefix("order", "order", 10)).hasSize(1);
        }

        @Test
        void findsTheFirstTaskSinceATime() {
            queue.insert(aTask());
            queue.clock.advance(Duration.ofHours(1));
            Task later = queue.insert(aTask());

            assertThat(queries.firstSince(queue.clock.now())).contains(later.id());
        }

        @Test
        void tellsHowOftenThingsHappened() {
            queue.insert(aTask());

            assertThat(queries.activity(queue.clock.now()))
                    .containsExactly(
                            new Activity(queue.clock.now().truncatedTo(ChronoUnit.MINUTES), TaskEvent.ENQUEUE, 1));
        }
    }

    @Nested
    class ListTasks {
        @Test
        void bringsAPage() {
            queue.insert(aTask());
            Task newest = queue.insert(aTask());

            TaskPage page = queries.list(new TaskQuery(Optional.empty(), Optional.empty(), Optional.empty(), 1, 1000));

            assertThat(page).isEqualTo(new TaskPage(List.of(new StoredTask(newest, Payload.EMPTY, null)), true));
        }
    }

    @Nested
    class Recent {
        @Test
        void areOfTheTypesAloneNewestFirst() {
            Task first = queue.insert(aTask().type("a"));
            queue.insert(aTask().type("c"));
            Task second = queue.insert(aTask().type("b"));
            Task third = queue.insert(aTask().type("a"));

            assertThat(recent(10, 1000)).containsExactly(third, second, first);
            assertThat(recent(2, 1000)).containsExactly(third, second);
        }

        @Test
        void endWithTheOneThatBringsThemToTheirSizeAndLackNone() {
            queue.insert(aTask().type("a").payload("[1]"));
            Task small = queue.insert(aTask().type("b").payload("[1]"));
            Task large = queue.insert(aTask().type("a").payload("[1,2,3]"));
            Task newest = queue.insert(aTask().type("b").payload("[1]"));

            assertThat(recent(10, 10)).containsExactly(newest, large);
            assertThat(recent(10, 11)).containsExactly(newest, large, small);
            assertThat(recent(10, 1)).containsExactly(newest);
        }

        private List<Task> recent(int limit, long maxBytes) {
            return queries.recent(List.of(new TaskType("a"), new TaskType("b")), limit, maxBytes).stream()
                    .map(StoredTask::task)
                    .toList();
        }
    }

    @Nested
    class Stats {
        @Test
        void knowNoAgeWhereNothingIsQueued() {
            queue.insert(TaskStatus.SCHEDULED);

            assertThat(queries.stats().oldestQueuedAge()).isEmpty();
        }

        @Test
        void countTheTasksAndTellTheAgeOfTheOldest() {
            queue.insert(aTask());
            queue.clock.advance(Duration.ofSeconds(5));
            queue.insert(aTask());
            queue.insert(TaskStatus.FAILED);

            QueueStats stats = queries.stats();

            assertThat(stats.counts().of(TaskStatus.QUEUED)).isEqualTo(2);
            assertThat(stats.counts().total()).isEqualTo(3);
            assertThat(stats.oldestQueuedAge()).contains(Duration.ofSeconds(5));
        }

        @Test
        void callNothingYoungerThanNewAfterTheClockWasSetBack() {
            queue.insert(aTask());
            queue.clock.advance(Duration.ofSeconds(-5));

            assertThat(queries.stats().oldestQueuedAge()).contains(Duration.ZERO);
        }
    }

    @Nested
    class GetFinal {
        private static final Duration LONG = Duration.ofHours(1);

        @Test
        void answersAtOnceWhereTheTaskIsFinished() {
            for (TaskStatus status : TestQueue.finalStatuses()) {
                Task task = queue.insert(status);

                assertThat(queries.getFinal(task.id(), LONG))
                        .isCompletedWithValue(Optional.of(new StoredTask(task, Payload.EMPTY, null)));
            }
        }

        @Test
        void answersAtOnceWhereThereIsNoTask() {
            assertThat(queries.getFinal(new TaskId(4711), LONG)).isCompletedWithValue(Optional.empty());
        }

        @Test
        void answersWithTheTaskAsItIsWhenTheWaitEnds() {
            Task task = queue.insert(TaskStatus.PROCESSING);

            assertThat(queries.getFinal(task.id(), Duration.ZERO))
                    .succeedsWithin(PATIENCE)
                    .isEqualTo(Optional.of(new StoredTask(task, Payload.EMPTY, null)));
        }

        @Test
        void answersWhenTheTaskFinishes() {
            Task task = queue.insert(TaskStatus.QUEUED);
            Task other = queue.insert(TaskStatus.QUEUED);
            var first = queries.getFinal(task.id(), LONG);
            var second = queries.getFinal(task.id(), LONG);
            var waiting = queries.getFinal(other.id(), LONG);

            Task cancelled = TestQueue.changed(done(queue.submission.cancel(task.id(), BY)));

            Optional<StoredTask> answer = Optional.of(new StoredTask(cancelled, Payload.EMPTY, null));
            assertThat(first).succeedsWithin(PATIENCE).isEqualTo(answer);
            assertThat(second).succeedsWithin(PATIENCE).isEqualTo(answer);
            assertThat(waiting).isNotDone();
        }

        @Test
        void answersAtOnceSomebodyWhoStopsWaiting() {
            Task task = queue.insert(TaskStatus.QUEUED);
            CompletableFuture<Void> stopsWaiting = new CompletableFuture<>();
            var waiting = queries.getFinal(task.id(), LONG, stopsWaiting);
            assertThat(waiting).isNotDone();

            stopsWaiting.complete(null);

            assertThat(waiting)
                    .succeedsWithin(PATIENCE)
                    .isEqualTo(Optional.of(new StoredTask(task, Payload.EMPTY, null)));
        }

        @Test
        void goesOnWaitingWhileTheTaskOnlyMoves() {
            Task task = queue.insert(aTask());
            var waiting = queries.getFinal(task.id(), LONG);

            queue.claim(task.type());

            assertThat(waiting).isNotDone();
        }
    }
}
