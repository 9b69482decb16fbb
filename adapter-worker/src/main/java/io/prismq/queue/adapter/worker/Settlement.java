package io.prismq.queue.adapter.worker;

import io.prismq.queue.application.ChangeOutcome;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** How an attempt ended, as the store is to be told. Fenced by the lease, so telling it again is safe. */
sealed interface Settlement {
    CompletionStage<ChangeOutcome> tell(TaskExecution execution, Hold hold);

    /** The handler did its work. */
    record Done(Result result) implements Settlement {
        @Override
        public CompletionStage<ChangeOutcome> tell(TaskExecution execution, Hold hold) {
            return execution.complete(hold.id(), hold.token(), Optional.of(result));
        }
    }

    /** The attempt failed. */
    record Failed(Failure why) implements Settlement {
        @Override
        public CompletionStage<ChangeOutcome> tell(TaskExecution execution, Hold hold) {
            return execution.fail(hold.id(), hold.token(), why, Optional.empty());
        }
    }

    /**
     * The worker gives the task back: the attempt does not count.
     *
     * @param delay how long nobody is to claim it; not negative
     */
    record Released(Duration delay) implements Settlement {
        @Override
        public CompletionStage<ChangeOutcome> tell(TaskExecution execution, Hold hold) {
            return execution.release(hold.id(), hold.token(), delay);
        }
    }
}
