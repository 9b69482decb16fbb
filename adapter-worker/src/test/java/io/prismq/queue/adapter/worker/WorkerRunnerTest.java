package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.SeededRandomness;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerRunnerTest {
    private final Workshop queue = new Workshop(1);
    private WorkerRunner runner = worker(Handlers.echo());

    @AfterEach
    void stop() {
        runner.close();
    }

    @Test
    void runs_a_task_that_is_enqueued_while_it_waits() {
        runner.start();

        TaskId id = queue.enqueue("{}");

        await().untilAsserted(() -> assertThat(queue.status(id)).isEqualTo(TaskStatus.COMPLETED));
    }

    @Test
    void does_nothing_before_it_is_started() {
        TaskId id = queue.enqueue("{}");

        runner.stop(Duration.ZERO);

        assertThat(queue.status(id)).isEqualTo(TaskStatus.QUEUED);
    }

    private WorkerRunner worker(TaskHandler handler) {
        return new WorkerRunner(
                queue.memory,
                new TaskExecution(queue.memory, Workshop.POLICIES, new SeededRandomness(7)),
                new HandlerRegistry(List.of(handler)),
                WorkerSettings.of(Tasks.WORKER, 2),
                queue.clock);
    }
}
