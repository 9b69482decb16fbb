package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.changed;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.BY;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Refusal;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorTest {
    private static final TaskId NOBODY = new TaskId(4711);

    private final TestQueue queue = new TestQueue();

    @Nested
    class Cancelling {
        @ParameterizedTest
        @EnumSource(names = {"SCHEDULED", "QUEUED", "PROCESSING"})
        void stopsATaskThatIsNotFinished(TaskStatus status) {
            Task task = queue.insert(status);
            queue.clock.advance(Duration.ofSeconds(1));

            Task cancelled = changed(done(queue.submission.cancel(task.id(), BY)));

            assertThat(cancelled.status()).isEqualTo(TaskStatus.CANCELLED);
            assertThat(cancelled.finishedAt()).isEqualTo(queue.clock.now());
            assertThat(queue.find(task.id())).isEqualTo(cancelled);
        }

        @ParameterizedTest
        @EnumSource(names = {"COMPLETED", "FAILED", "CANCELLED"})
        void isRefusedByAFinishedTask(TaskStatus status) {
            Task task = queue.insert(status);

            assertThat(done(queue.submission.cancel(task.id(), BY))).isEqualTo(refused(task));
            assertThat(queue.find(task.id())).isEqualTo(task);
        }

        @Test
        void findsNoTaskThatIsNotThere() {
            assertThat(done(queue.submission.cancel(NOBODY, BY))).isEqualTo(new ChangeOutcome.NotFound());
        }
    }

    @Nested
    class Retrying {
        @ParameterizedTest
        @EnumSource(names = {"FAILED", "CANCELLED"})
        void queuesATaskThatDidNotSucceed(TaskStatus status) {
            Task task = queue.insert(status);
            queue.clock.advance(Duration.ofSeconds(1));

            Task retried = changed(done(queue.submission.retry(task.id(), BY)));

            assertThat(retried.status()).isEqualTo(TaskStatus.QUEUED);
            assertThat(retried.runAfter()).isEqualTo(queue.clock.now());
            assertThat(queue.find(task.id())).isEqualTo(retried);
        }

        @ParameterizedTest
        @EnumSource(names = {"SCHEDULED", "QUEUED", "PROCESSING", "COMPLETED"})
        void isRefusedByAnyOther(TaskStatus status) {
            Task task = queue.insert(status);

            assertThat(done(queue.submission.retry(task.id(), BY))).isEqualTo(refused(task));
            assertThat(queue.find(task.id())).isEqualTo(task);
        }

        @Test
        void findsNoTaskThatIsNotThere() {
            assertThat(done(queue.submission.retry(NOBODY, BY))).isEqualTo(new ChangeOutcome.NotFound());
        }
    }

    @Nested
    class Deleting {
        @ParameterizedTest
        @EnumSource(names = {"COMPLETED", "FAILED", "CANCELLED"})
        void removesAFinishedTask(TaskStatus status) {
            Task task = queue.insert(status);

            assertThat(done(queue.submission.delete(task.id(), BY))).isEqualTo(new ChangeOutcome.Changed(task));
            assertThat(queue.total()).isZero();
        }

        @ParameterizedTest
        @EnumSource(names = {"SCHEDULED", "QUEUED", "PROCESSING"})
        void isRefusedByAnyOther(TaskStatus status) {
            Task task = queue.insert(status);

            assertThat(done(queue.submission.delete(task.id(), BY))).isEqualTo(refused(task));
            assertThat(queue.find(task.id())).isEqualTo(task);
        }

        @Test
        void findsNoTaskThatIsNotThere() {
            assertThat(done(queue.submission.delete(NOBODY, BY))).isEqualTo(new ChangeOutcome.NotFound());
        }
    }

    @Nested
    class AnOutcome {
        @Test
        void foldsIntoOneOfThreeAnswers() {
            Task task = queue.insert(TaskStatus.QUEUED);

            assertThat(answer(new ChangeOutcome.Changed(task))).isEqualTo("changed");
            assertThat(answer(refused(task))).isEqualTo("WRONG_STATUS");
            assertThat(answer(new ChangeOutcome.NotFound())).isEqualTo("not found");
        }

        private static String answer(ChangeOutcome outcome) {
            return outcome.fold(task -> "changed", (task, refusal) -> refusal.name(), () -> "not found");
        }
    }

    private static ChangeOutcome refused(Task task) {
        return new ChangeOutcome.Refused(task, Refusal.WRONG_STATUS);
    }
}
