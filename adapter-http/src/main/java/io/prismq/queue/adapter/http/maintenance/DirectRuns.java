package io.prismq.queue.adapter.http.maintenance;

import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.audit.Outcome;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs operations without the queue, a few at a time, on threads of their own. Nothing is stored of a run, and it is not
 * tried again. Safe for use by many threads; has no thread until it is used.
 */
public final class DirectRuns implements AutoCloseable {
    private final Map<TaskType, TaskHandler> handlers;
    private final TaskTypePolicies policies;
    private final Clock clock;
    private final Audit audit;
    private final RunThreads threads = new RunThreads();

    /**
     * Runs what these handlers do.
     *
     * @param policies whose attempt timeout is the longest that a run may take
     */
    public DirectRuns(List<TaskHandler> handlers, TaskTypePolicies policies, Clock clock, Audit audit) {
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(TaskHandler::type, Function.identity()));
        this.policies = policies;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Begins a run, which is noted.
     *
     * @return completes with what the handler answered; fails with a problem when it failed or took too long, and with
     *     the exception of the store when that failed, and at once with a problem if as many runs as may be are under way
     */
    public CompletionStage<Result> run(TaskType type, Payload payload, By by) {
        TaskHandler handler = handlers.get(type);
        if (handler == null) {
            throw new IllegalStateException("there is no handler for the operation " + type);
        }
        Duration timeout = policies.of(type).attemptTimeout();
        DirectRun run =
                new DirectRun(handler, payload, new DirectContext(clock.now().plus(timeout)));
        try {
            threads.start(run, timeout);
        } catch (RejectedExecutionException noThread) {
            return note(by, type, Outcome.BUSY).thenCompose(noted -> CompletableFuture.failedStage(busy()));
        }
        return note(by, type, Outcome.DONE).thenCompose(noted -> run.answer());
    }

    private CompletionStage<Boolean> note(By by, TaskType type, Outcome outcome) {
        return audit.note(new Deed(by, Action.RUN_MAINTENANCE, type.value(), outcome));
    }

    private static ProblemException busy() {
        return new ProblemException(ProblemType.MAINTENANCE_BUSY.because(
                "%d operations run already; try again when one has ended".formatted(RunThreads.MOST)));
    }

    /**
     * Takes no further runs, and waits for those under way.
     *
     * @param grace what has not ended by then is interrupted; not negative
     */
    public void stop(Duration grace) {
        threads.stop(grace);
    }

    /** Interrupts what runs. */
    @Override
    public void close() {
        stop(Duration.ZERO);
    }
}
