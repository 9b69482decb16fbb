package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** On a Java without virtual threads it is the error that is tested. */
class ThreadKindTest {
    private static final boolean HAS_VIRTUAL_THREADS = Runtime.version().feature() >= 21;

    private final Workshop queue = new Workshop(1);
    private final BlockingQueue<Thread> used = new LinkedBlockingQueue<>();

    @Test
    void platform_threads_run_handlers() throws InterruptedException {
        Thread thread = threadOfAHandler(ThreadKind.PLATFORM);

        assertThat(thread.getClass()).isEqualTo(Thread.class);
        assertThat(thread.getName()).isEqualTo("task-1");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void virtual_threads_run_handlers_where_there_are_any() throws InterruptedException {
        if (HAS_VIRTUAL_THREADS) {
            Thread thread = threadOfAHandler(ThreadKind.VIRTUAL);
            assertThat(thread.getClass().getSimpleName()).isEqualTo("VirtualThread");
            assertThat(thread.getName()).isEqualTo("task-1");
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(() -> worker(ThreadKind.VIRTUAL))
                    .withMessage(
                            "virtual threads need Java 21 or newer, and this is Java %d: set worker.threads to"
                                    + " platform",
                            Runtime.version().feature());
        }
    }

    private Thread threadOfAHandler(ThreadKind kind) throws InterruptedException {
        try (WorkerRunner runner = worker(kind)) {
            runner.start();
            TaskId id = queue.enqueue("{}");
            Thread thread = used.poll(10, TimeUnit.SECONDS);
            await().untilAsserted(() -> assertThat(queue.status(id)).isEqualTo(TaskStatus.COMPLETED));
            return Objects.requireNonNull(thread);
        }
    }

    private WorkerRunner worker(ThreadKind kind) {
        WorkerSettings plain = WorkerSettings.of(Tasks.WORKER, 1);
        WorkerSettings settings = new WorkerSettings(
                plain.worker(), plain.slots(), plain.capabilities(), plain.leaseLength(), plain.pollInterval(), kind);
        return new WorkerRunner(
                queue.queue(),
                new HandlerRegistry(Set.of(Handlers.thatDoes((payload, context) -> {
                    used.add(Thread.currentThread());
                    return new Result("1");
                }))),
                settings,
                queue.clock);
    }
}
