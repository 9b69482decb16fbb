package io.prismq.queue.application;

import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.Refusal;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.Transition;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of the wish to change one task. */
public sealed interface ChangeOutcome {
    /** The task as it is now; for a delete, as it was last. */
    record Changed(Task task) implements ChangeOutcome {
        @Override
        public <R> R fold(Function<Task, R> changed, BiFunction<Task, Refusal, R> refused, Supplier<R> notFound) {
            return changed.apply(task);
        }
    }

    /** The task stays as it is. */
    record Refused(Task task, Refusal refusal) implements ChangeOutcome {
        @Override
        public <R> R fold(Function<Task, R> changed, BiFunction<Task, Refusal, R> refused, Supplier<R> notFound) {
            return refused.apply(task, refusal);
        }
    }

    /** There is no such task. */
    record NotFound() implements ChangeOutcome {
        @Override
        public <R> R fold(Function<Task, R> changed, BiFunction<Task, Refusal, R> refused, Supplier<R> notFound) {
            return notFound.get();
        }
    }

    <R> R fold(Function<Task, R> changed, BiFunction<Task, Refusal, R> refused, Supplier<R> notFound);

    /** Finds the task, lets the domain decide, and saves what it decided. */
    static ChangeOutcome of(TaskTransaction tx, TaskId id, Function<Task, Transition> event) {
        return tx.find(id)
                .<ChangeOutcome>map(task -> event.apply(task)
                        .fold(moved -> new Changed(tx.save(moved)), refusal -> new Refused(task, refusal)))
                .orElseGet(NotFound::new);
    }
}
