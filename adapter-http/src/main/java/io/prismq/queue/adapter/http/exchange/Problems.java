package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.HttpResponseException;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.QueueFullException;
import io.prismq.queue.domain.port.LaneLimitException;
import io.prismq.queue.domain.port.PauseLimitException;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreClosedException;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreOutcomeUnknownException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.TaskStoreException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that turns exceptions into problems. What nobody foresaw is logged and says nothing of itself. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Trouble TROUBLE = new Trouble(LOG, System::nanoTime);

    private Problems() {}

    static Problem of(Exception failure) {
        if (failure instanceof ProblemException foreseen) {
            return foreseen.problem();
        }
        if (failure instanceof LaneLimitException limit) {
            return Problem.invalid("compatibility", "cannot be taken: " + limit.getMessage());
        }
        if (failure instanceof PauseLimitException limit) {
            return Problem.invalid("type", "cannot be paused: " + limit.getMessage());
        }
        if (failure instanceof QueueFullException full) {
            TROUBLE.tell("No task is taken; delete tasks, or raise the limit", full);
            return ProblemType.QUEUE_FULL.because(full.getMessage() + "; nothing was stored");
        }
        if (failure instanceof TaskStoreException store) {
            return ofStore(store);
        }
        if (failure instanceof HttpResponseException refused) {
            return ofStatus(refused.getStatus(), failure);
        }
        if (failure instanceof HttpException broken) {
            return ofStatus(broken.getCode(), failure);
        }
        return unforeseen(failure);
    }

    private static Problem ofStore(TaskStoreException failure) {
        if (failure instanceof StoreBusyException) {
            return ProblemType.STORE_BUSY.because("Nothing was stored; try again");
        }
        TROUBLE.tell("The store failed", failure);
        if (failure instanceof StoreFullException) {
            return ProblemType.STORE_FULL.because("Nothing was stored; try again when there is room");
        }
        if (failure instanceof StoreReadOnlyException) {
            return ProblemType.STORE_READ_ONLY.because(
                    "Nothing was stored; try again when the store can be written to");
        }
        if (failure instanceof StoreOutcomeUnknownException) {
            return ProblemType.OUTCOME_UNKNOWN.because(
                    "Ask for the task, or repeat the request with its idempotency key");
        }
        if (failure instanceof StoreClosedException) {
            return ProblemType.DRAINING.because("Nothing was stored; the store is closed");
        }
        return unexplained();
    }

    private static Problem ofStatus(int status, Exception failure) {
        return switch (status) {
            case 404 -> ProblemType.NOT_FOUND.because("The path was not found");
            case 405 -> ProblemType.METHOD_NOT_ALLOWED.because("See the Allow header for the methods of this path");
            case 413 -> ProblemType.BODY_TOO_LARGE.because("Send a smaller body");
            default ->
                status < 500 ? ProblemType.BAD_REQUEST.because("The request cannot be read") : unforeseen(failure);
        };
    }

    private static Problem unforeseen(Exception failure) {
        LOG.error("A request failed for a reason that nobody foresaw", failure);
        return unexplained();
    }

    static Problem unexplained() {
        return ProblemType.INTERNAL_ERROR.because("The reason is in the server's log");
    }
}
