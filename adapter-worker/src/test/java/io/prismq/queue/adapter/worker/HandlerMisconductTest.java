package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a handler does, the worker goes on: the next task is run, on the same thread where it is used again. */
class HandlerMisconductTest {
    /** What the next handler finds. */
    private record Found(
            String name, int priority, @Nullable ClassLoader loader, boolean interrupted) {
        static Found now() {
            Thread thread = Thread.currentThread();
            return new Found(
                    thread.getName(), thread.getPriority(), thread.getContextClassLoader(), thread.isInterrupted());
        }
    }

    private static final String GOOD = "{\"good\":true}";

    private final Workshop queue = new Workshop(1);
    private final BlockingQueue<Found> found = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable WorkerRunner runner;

    @AfterEach
    void stop() {
        over.countDown();
        Objects.requireNonNull(runner).close();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void an_error_is_a_failure_that_is_retried(Error error) throws InterruptedException {
        Failure failure = failureOf((payload, context) -> {
            throw error;
        });

        assertThat(failure).isEqualTo(Failure.error(error.toString()));
        assertGoesOn();
    }

    @SuppressWarnings("removal") // a handler may be older than the removal
    static Set<Error> errors() {
        return Set.of(
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new NoClassDefFoundError("com/example/Missing"),
                new ExceptionInInitializerError("no such file"),
                new AssertionError("impossible"),
                new ThreadDeath());
    }

    @Test
    void an_endless_recursion_is_a_failure() throws InterruptedException {
        Failure failure = failureOf((payload, context) -> new Result(Integer.toString(depth(0))));

        assertThat(failure).isEqualTo(Failure.error("java.lang.StackOverflowError"));
        assertGoesOn();
    }

    @Test
    @SuppressWarnings("NullAway") // what a handler from outside may do
    void no_result_is_a_failure() throws InterruptedException {
        Failure failure = failureOf((payload, context) -> null);

        assertThat(failure).isEqualTo(Failure.error("the handler returned no result"));
        assertGoesOn();
    }

    @ParameterizedTest
    @MethodSource("speechless")
    void an_exception_that_cannot_be_described_is_named(Exception speechless) throws InterruptedException {
        Failure failure = failureOf((payload, context) -> {
            throw speechless;
        });

        assertThat(failure)
                .isEqualTo(Failure.error("the handler failed with a %s that cannot be described"
                        .formatted(speechless.getClass().getName())));
        assertGoesOn();
    }

    static Set<Exception> speechless() {
        return Set.of(new WithoutMessage(), new WithoutWords());
    }

    @Test
    void a_rejection_without_words_is_a_rejection() throws InterruptedException {
        Failure failure = failureOf((payload, context) -> {
            throw new TaskRejectedException("no such customer", new WithoutWords());
        });

        assertThat(failure).isEqualTo(Failure.rejected("no such customer"));
        assertGoesOn();
    }

    @Test
    void a_thread_that_is_left_running_disturbs_nobody() throws InterruptedException {
        TaskId id = runs((payload, context) -> {
            Thread left = new Thread(() -> {
                await().forever().until(() -> over.getCount() == 0);
                context.progress(50, "after the end");
            });
            left.setDaemon(true);
            left.start();
            return new Result("1");
        });

        await().untilAsserted(() -> assertThat(queue.status(id)).isEqualTo(TaskStatus.COMPLETED));
        assertGoesOn();
    }

    @Test
    @SuppressWarnings("ThreadPriorityCheck") // what a handler from outside may do
    void a_thread_that_was_changed_is_as_before_for_the_next_handler() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[0])) {
            TaskId id = runs((payload, context) -> {
                Thread thread = Thread.currentThread();
                thread.setName("mine");
                thread.setPriority(Thread.MAX_PRIORITY);
                thread.setContextClassLoader(loader);
                thread.interrupt();
                return new Result("1");
            });
            await().untilAsserted(() -> assertThat(queue.status(id)).isEqualTo(TaskStatus.COMPLETED));
        }

        assertThat(goesOn())
                .isEqualTo(new Found(
                        "task-1", Thread.NORM_PRIORITY, Thread.currentThread().getContextClassLoader(), false));
    }

    /** Deeper than any stack. */
    private static int depth(int from) {
        return from < 0 ? 0 : 1 + depth(from + 1);
    }

    private Failure failureOf(Handlers.Work work) throws InterruptedException {
        TaskId id = runs(work);
        await().until(() -> queue.task(id).failure() != null);
        return Objects.requireNonNull(queue.task(id).failure());
    }

    /** A worker of one slot runs one such task, and {@link #GOOD} ones as they come. */
    private TaskId runs(Handlers.Work work) {
        WorkerRunner started = new WorkerRunner(
                queue.queue(),
                new HandlerRegistry(Set.of(Handlers.thatDoes((payload, context) -> {
                    if (payload.json().equals(GOOD)) {
                        found.add(Found.now());
                        return new Result("1");
                    }
                    return work.handle(payload, context);
                }))),
                WorkerSettings.of(Tasks.WORKER, 1),
                queue.clock);
        runner = started;
        started.start();
        return queue.enqueue("{}");
    }

    private void assertGoesOn() throws InterruptedException {
        assertThat(goesOn().interrupted()).isFalse();
    }

    private Found goesOn() throws InterruptedException {
        TaskId next = queue.enqueue(GOOD);
        Found here = Objects.requireNonNull(found.poll(10, TimeUnit.SECONDS));
        await().untilAsserted(() -> assertThat(queue.status(next)).isEqualTo(TaskStatus.COMPLETED));
        return here;
    }

    /** An exception that fails when it is asked for its message. */
    private static final class WithoutMessage extends Exception {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("no message");
        }
    }

    /** An exception that fails when it is asked what it is. */
    @SuppressWarnings("OverrideThrowableToString")
    private static final class WithoutWords extends Exception {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            throw new UnsupportedOperationException("no words");
        }
    }
}
