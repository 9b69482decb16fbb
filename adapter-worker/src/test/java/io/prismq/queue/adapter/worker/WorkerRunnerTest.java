package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The worker with its threads. It polls once an hour, so that what happens at once is due to a signal. */
class WorkerRunnerTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Workshop queue = new Workshop(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private WorkerRunner runner = worker(1, Handlers.echo());

    @AfterEach
    void stop() {
        mayEnd.countDown();
        runner.close();
    }

    @Test
    void wakes_when_a_task_is_enqueued() {
        runner.start();
        TaskId first = queue.enqueue("{}");
        awaitStatus(first, TaskStatus.COMPLETED);

        TaskId second = queue.enqueue("{}");

        awaitStatus(second, TaskStatus.COMPLETED);
    }

    @Test
    void runs_every_task_once_with_many_slots() {
        List<TaskId> ids = Stream.generate(() -> queue.enqueue("{}")).limit(200).toList();
        runner = worker(8, Handlers.echo());

        runner.start();

        await().untilAsserted(() -> assertThat(
                        queue.memory.read(reads -> reads.statistics().counts()).of(TaskStatus.COMPLETED))
                .isEqualTo(200));
        assertThat(ids).allSatisfy(id -> assertThat(queue.task(id).claimNo()).isEqualTo(1));
    }

    @Test
    void interrupts_the_handler_of_a_cancelled_task_at_once() throws InterruptedException {
        runner = worker(1, untilInterrupted());
        runner.start();
        TaskId id = queue.enqueue("{}");
        begun.await();

        queue.cancel(id);

        await().untilTrue(interrupted);
        assertThat(queue.status(id)).isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void goes_on_after_an_error_of_a_handler() {
        runner = worker(1, Handlers.thatDoes((payload, context) -> {
            throw new NoClassDefFoundError("com/example/Missing");
        }));
        runner.start();
        TaskId first = queue.enqueue("{}");
        awaitStatus(first, TaskStatus.SCHEDULED);

        TaskId second = queue.enqueue("{}");

        awaitStatus(second, TaskStatus.SCHEDULED);
        assertThat(queue.task(second).failure())
                .isEqualTo(Failure.error("java.lang.NoClassDefFoundError: com/example/Missing"));
    }

    @Test
    void a_handler_that_ignores_the_interrupt_costs_a_slot_and_nothing_else() throws InterruptedException {
        runner = worker(2, Handlers.thatDoes((payload, context) -> {
            if (payload.json().contains("stubborn")) {
                ignoreInterrupts();
            }
            return new Result("1");
        }));
        runner.start();
        TaskId stubborn = queue.enqueue("{\"stubborn\":true}");
        begun.await();
        queue.cancel(stubborn);
        await().untilTrue(interrupted);
        queue.clock.advance(Duration.ofSeconds(10));

        TaskId other = queue.enqueue("{}");
        awaitStatus(other, TaskStatus.COMPLETED);
        await().until(() -> runner.stuckHandlers() == 1);
        runner.stop(LONG);

        assertThat(queue.status(stubborn)).isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void stopping_waits_for_what_runs() throws InterruptedException {
        runner = worker(1, untilToldToEnd());
        runner.start();
        TaskId id = queue.enqueue("{}");
        begun.await();

        mayEnd.countDown();
        runner.stop(LONG);

        assertThat(queue.status(id)).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void stopping_without_grace_interrupts_and_gives_back() throws InterruptedException {
        runner = worker(1, untilInterrupted());
        runner.start();
        TaskId id = queue.enqueue("{}");
        begun.await();

        runner.stop(Duration.ZERO);

        assertThat(queue.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(queue.task(id).attempts()).isZero();
        await().untilTrue(interrupted);
    }

    @Test
    void stopping_in_a_hurry_gives_back_at_once_and_keeps_the_interrupt() throws InterruptedException {
        runner = worker(1, untilInterrupted());
        runner.start();
        TaskId id = queue.enqueue("{}");
        begun.await();
        Thread.currentThread().interrupt();

        runner.stop(Duration.ofHours(1));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(queue.status(id)).isEqualTo(TaskStatus.QUEUED);
    }

    @Test
    void does_nothing_before_it_is_started() {
        TaskId id = queue.enqueue("{}");

        runner.stop(Duration.ZERO);

        assertThat(queue.status(id)).isEqualTo(TaskStatus.QUEUED);
    }

    @Test
    void runs_once() {
        runner.start();

        assertThatIllegalStateException().isThrownBy(runner::start);
    }

    @Test
    void goes_on_after_an_error_of_its_own() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Clock clock = () -> {
            if (broken.getAndSet(false)) {
                throw new IllegalStateException("a bug");
            }
            return queue.clock.now();
        };
        runner = worker(1, Handlers.echo(), clock);
        runner.start();

        TaskId id = queue.enqueue("{}");

        awaitStatus(id, TaskStatus.COMPLETED);
    }

    private WorkerRunner worker(int slots, TaskHandler handler) {
        return worker(slots, handler, queue.clock);
    }

    private WorkerRunner worker(int slots, TaskHandler handler, Clock clock) {
        WorkerSettings settings = new WorkerSettings(
                Tasks.WORKER,
                Slots.of(slots),
                Capabilities.NONE,
                Optional.empty(),
                Duration.ofHours(1),
                ThreadKind.PLATFORM);
        WorkerQueue inMemory = new WorkerQueue(queue.memory, queue.execution(queue.memory, 7), queue.registry);
        return new WorkerRunner(inMemory, new HandlerRegistry(List.of(handler)), settings, clock);
    }

    private TaskHandler untilToldToEnd() {
        return Handlers.thatDoes((payload, context) -> {
            begun.countDown();
            mayEnd.await();
            return new Result("1");
        });
    }

    private TaskHandler untilInterrupted() {
        return Handlers.thatDoes((payload, context) -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException stopped) {
                interrupted.set(context.isCancelled());
            }
            return new Result("1");
        });
    }

    private void ignoreInterrupts() {
        begun.countDown();
        while (mayEnd.getCount() > 0) {
            try {
                mayEnd.await(1, TimeUnit.HOURS);
            } catch (InterruptedException ignored) {
                interrupted.set(true);
            }
        }
    }

    private void awaitStatus(TaskId id, TaskStatus status) {
        await().untilAsserted(() -> assertThat(queue.status(id)).isEqualTo(status));
    }
}
