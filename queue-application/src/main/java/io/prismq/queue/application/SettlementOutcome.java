package io.prismq.queue.application;

import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.Task;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a settlement. */
public sealed interface SettlementOutcome {
    /**
     * The attempt has ended. For a heartbeat this means that the task was cancelled; otherwise it ended as its worker
     * says, now or when the worker said so before.
     *
     * @param attempt with its end
     */
    record Ended(Attempt attempt) implements SettlementOutcome {
        @Override
        public <R> R fold(
                Function<Attempt, R> ended, Function<Task, R> goesOn, Supplier<R> leaseLost, Supplier<R> notFound) {
            return ended.apply(attempt);
        }
    }

    /** The attempt goes on under a lease that is counted anew. */
    record GoesOn(Task task) implements SettlementOutcome {
        @Override
        public <R> R fold(
                Function<Attempt, R> ended, Function<Task, R> goesOn, Supplier<R> leaseLost, Supplier<R> notFound) {
            return goesOn.apply(task);
        }
    }

    /** The token is not that of the task's lease. Nothing changed. */
    record LeaseLost() implements SettlementOutcome {
        @Override
        public <R> R fold(
                Function<Attempt, R> ended, Function<Task, R> goesOn, Supplier<R> leaseLost, Supplier<R> notFound) {
            return leaseLost.get();
        }
    }

    /** There is no such task. */
    record NotFound() implements SettlementOutcome {
        @Override
        public <R> R fold(
                Function<Attempt, R> ended, Function<Task, R> goesOn, Supplier<R> leaseLost, Supplier<R> notFound) {
            return notFound.get();
        }
    }

    <R> R fold(Function<Attempt, R> ended, Function<Task, R> goesOn, Supplier<R> leaseLost, Supplier<R> notFound);
}
