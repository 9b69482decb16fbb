package io.prismq.queue.adapter.http.maintenance;

import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a handler without a task. However it ends, there is an answer. */
final class DirectRun implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DirectRun.class);

    private final TaskHandler handler;
    private final Payload payload;
    private final DirectContext context;
    private final CompletableFuture<Result> answer = new CompletableFuture<>();

    DirectRun(TaskHandler handler, Payload payload, DirectContext context) {
        this.handler = handler;
        this.payload = payload;
        this.context = context;
    }

    CompletableFuture<Result> answer() {
        return answer;
    }

    @Override
    public void run() {
        try {
            answer.complete(handler.handle(payload, context));
        } catch (TaskStoreException store) {
            answer.completeExceptionally(store);
        } catch (TaskRejectedException rejected) {
            fail(failed(handler.type() + " was rejected: " + rejected.getMessage()));
        } catch (InterruptedException stopped) {
            fail(ProblemType.DRAINING.because(handler.type() + " was interrupted; what it has done so far stays"));
        } catch (Throwable unforeseen) {
            LOG.error("{} failed", handler.type(), unforeseen);
            fail(failed(handler.type() + " failed; the reason is in the server's log"));
        }
    }

    /** Answers for a handler that has not, and tells it to end. */
    void timeOut(Future<?> running, Duration timeout) {
        if (fail(failed("%s took longer than %d seconds and was interrupted; what it has done so far stays"
                .formatted(handler.type(), timeout.toSeconds())))) {
            LOG.warn("{} took longer than {} seconds and is interrupted", handler.type(), timeout.toSeconds());
            context.stop();
            running.cancel(true);
        }
    }

    private boolean fail(Problem problem) {
        return answer.completeExceptionally(new ProblemException(problem));
    }

    private static Problem failed(String detail) {
        return ProblemType.MAINTENANCE_FAILED.because(detail);
    }
}
