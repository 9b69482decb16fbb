package io.prismq.queue.adapter.http.maintenance;

import static io.prismq.queue.domain.testing.Tasks.BY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectRunsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final SettableClock clock = new SettableClock();
    private final Patient patient = new Patient();
    private final InMemoryTaskStore store = new InMemoryTaskStore(clock);
    private final DirectRuns runs = new DirectRuns(
            List.of(patient), new TaskTypePolicies(Map.of(), TaskTypePolicy.DEFAULT), clock, new Audit(store));

    @AfterEach
    void close() {
        runs.close();
    }

    @Test
    void haveAThreadAndAContextOfTheirOwn() {
        run();

        TaskContext context = patient.context.join();
        assertThat(patient.thread.join()).startsWith("prismq-maintenance-");
        assertThat(context.attempt()).isEqualTo(1);
        assertThat(context.deadline()).isEqualTo(clock.now().plus(TaskTypePolicy.DEFAULT.attemptTimeout()));
        assertThat(context.isCancelled()).isFalse();
        assertThatThrownBy(context::taskId).hasMessage("this run has no task");
        assertThatThrownBy(() -> context.progress(101, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areAnsweredBeforeTheyStopWhereTheirGraceIsLongEnough() {
        CompletableFuture<Result> answer = run();
        patient.context.join();
        patient.go.release();

        runs.stop(SOON);

        assertThat(answer).succeedsWithin(SOON).isEqualTo(new Result("{}"));
    }

    @Test
    void areInterruptedAndAnsweredWhenTheServerStops() {
        CompletableFuture<Result> answer = run();
        patient.context.join();

        runs.stop(Duration.ZERO);

        assertThat(answer)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().type()).isEqualTo(ProblemType.DRAINING));
    }

    private CompletableFuture<Result> run() {
        return runs.run(patient.type(), Payload.EMPTY, BY).toCompletableFuture();
    }

    /** Waits until it may go on. */
    private static final class Patient implements TaskHandler {
        final CompletableFuture<TaskContext> context = new CompletableFuture<>();
        final CompletableFuture<String> thread = new CompletableFuture<>();
        final Semaphore go = new Semaphore(0);

        @Override
        public TaskType type() {
            return new TaskType("cleanup_runs");
        }

        @Override
        public Result handle(Payload payload, TaskContext given) throws InterruptedException {
            thread.complete(Thread.currentThread().getName());
            context.complete(given);
            go.acquire();
            return new Result("{}");
        }
    }
}
