package io.prismq.queue.adapter.worker.attempt;

import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.ResultTooLargeException;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a handler, and judges how that ended. Errors count as failures too: one broken handler must not end the work of
 * the others. A result that nobody could store or read is never tried again, as another attempt would most likely bring
 * it again.
 */
final class Verdict {
    static final Settlement.Word NEVER_BEGUN = failed("the attempt was stopped before its handler began");
    static final Settlement.Word BEYOND_WORDS = failed("the handler failed with an error that cannot be described");

    private static final Logger LOG = LoggerFactory.getLogger(Verdict.class);

    private Verdict() {}

    static Settlement.Word of(TaskHandler handler, Payload payload, AttemptContext context) {
        try {
            Result result = handler.handle(payload, context);
            return result == null ? failed("the handler returned no result") : of(result);
        } catch (TaskRejectedException rejected) {
            return failed(Failure.rejected(String.valueOf(rejected.getMessage())));
        } catch (ResultTooLargeException tooLarge) {
            return failed(Failure.rejected(String.valueOf(tooLarge.getMessage())));
        } catch (Throwable thrown) {
            logWhereItCanBe(thrown, context);
            return failed(described(thrown));
        }
    }

    /** It stands in every answer that shows the task: a flaw of it would be a flaw of them. */
    private static Settlement.Word of(Result result) {
        OptionalInt flaw = result.flaw();
        return flaw.isEmpty()
                ? new Settlement.Complete(Optional.of(result))
                : failed(Failure.rejected(
                        "the handler returned a result that is not JSON, or too deep, from character %d on"
                                .formatted(flaw.getAsInt() + 1)));
    }

    /** An exception from outside may throw when it is asked what it is. */
    private static String described(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (Throwable speechless) {
            return "the handler failed with a %s that cannot be described"
                    .formatted(thrown.getClass().getName());
        }
    }

    private static void logWhereItCanBe(Throwable thrown, AttemptContext context) {
        try {
            log(thrown, context);
        } catch (Throwable speechless) {
            LOG.warn(
                    "the handler threw a {} that cannot be described",
                    thrown.getClass().getName());
        }
    }

    private static void log(Throwable thrown, AttemptContext context) {
        if (context.isCancelled()) {
            LOG.debug("the handler threw after it was stopped", thrown);
        } else {
            LOG.info("the handler threw", thrown);
        }
    }

    private static Settlement.Word failed(String message) {
        return failed(Failure.error(message));
    }

    private static Settlement.Word failed(Failure why) {
        return new Settlement.Fail(why, Optional.empty(), Optional.empty());
    }
}
