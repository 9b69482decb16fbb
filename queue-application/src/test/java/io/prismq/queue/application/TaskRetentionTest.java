package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.application.TaskRetention.Finished;
import io.prismq.queue.domain.task.Retention;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.testing.TaskBuilder;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskRetentionTest {
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final TaskType KEPT = new TaskType("kept");

    private final TestQueue queue = new TestQueue();
    private final TaskRetention retention = new TaskRetention(
            queue.store,
            new TaskTypePolicies(
                    Map.of(KEPT, keeping(Duration.ofDays(365))),
                    TaskTypePolicy.DEFAULT.keeping(
                            new Retention(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3)))),
            queue.clock);

    @ParameterizedTest
    @CsvSource({"COMPLETED,1", "FAILED,2", "CANCELLED,3"})
    void endsAsLongAfterTheTaskAsItsStatusSays(TaskStatus status, int hours) {
        Task task = finished(aTask(), status);

        queue.clock.set(NOW.plus(Duration.ofHours(hours)).minus(MILLI));
        assertThat(retention.overdue()).isEmpty();

        queue.clock.advance(MILLI);
        assertThat(retention.overdue()).containsExactly(new Finished(TYPE, status, NOW));
        assertThat(done(retention.delete(retention.overdue().get(0)))).isEqualTo(1);
        assertThat(queue.store.<Boolean>read(reads -> reads.find(task.id()).isPresent()))
                .isFalse();
    }

    @Test
    void isThatOfTheTasksType() {
        finished(aTask().type(KEPT.value()), TaskStatus.COMPLETED);
        finished(aTask(), TaskStatus.COMPLETED);
        queue.clock.advance(Duration.ofDays(30));

        assertThat(retention.overdue()).extracting(Finished::type).containsExactly(TYPE);
    }

    @Test
    void neverEndsForTasksThatHaveNotFinished() {
        queue.insert(aTask());
        queue.insert(aTask().delay(MILLI));
        finished(aTask(), TaskStatus.PROCESSING);
        queue.clock.advance(Duration.ofDays(10_000));

        assertThat(retention.overdue()).isEmpty();
        assertThat(retention.finishedBy(queue.clock.now())).isEmpty();
    }

    @Test
    void isOverruledByWhoeverNamesATime() {
        finished(aTask().type(KEPT.value()), TaskStatus.FAILED);

        assertThat(retention.finishedBy(NOW)).containsExactly(new Finished(KEPT, TaskStatus.FAILED, NOW));
        assertThat(retention.finishedBy(NOW.minus(MILLI))).isEmpty();
    }

    @Test
    void isEnforcedInBatches() {
        for (int n = 0; n <= TaskRetention.BATCH; n++) {
            finished(aTask(), TaskStatus.CANCELLED);
        }
        Finished all = new Finished(TYPE, TaskStatus.CANCELLED, NOW);

        int first = done(retention.delete(all));
        assertThat(first).isBetween(1, TaskRetention.BATCH);
        int deleted = first;
        while (deleted <= TaskRetention.BATCH) {
            deleted += done(retention.delete(all));
        }
        assertThat(done(retention.delete(all))).isZero();
    }

    @Test
    void sparesATaskThatWasRetriedMeanwhile() {
        Task task = finished(aTask(), TaskStatus.FAILED);
        Instant later = NOW.plus(Duration.ofDays(1));
        queue.clock.set(later);
        Finished overdue = retention.overdue().get(0);
        done(queue.store.write(tx -> Tasks.save(tx, Tasks.moved(task.retry(later)))));

        assertThat(done(retention.delete(overdue))).isZero();
        assertThat(queue.find(task.id()).status()).isEqualTo(TaskStatus.QUEUED);
    }

    private Task finished(TaskBuilder task, TaskStatus status) {
        return done(queue.store.write(tx -> Tasks.save(tx, Tasks.bring(tx.insert(task.build()), status))));
    }

    private static TaskTypePolicy keeping(Duration length) {
        return TaskTypePolicy.DEFAULT.keeping(new Retention(length, length, length));
    }
}
