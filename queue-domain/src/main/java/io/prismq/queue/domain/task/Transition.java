package io.prismq.queue.domain.task;

import java.util.Optional;
import java.util.function.Function;

/** The domain's answer to an event: the task as it is afterwards, or why it stays as it was. */
public sealed interface Transition {
    /**
     * The event happened.
     *
     * @param before the task as it was; of the same version, as the store has it
     * @param event what it was
     * @param ended the attempt that it ended, which belongs into the task's history
     */
    record Moved(Task before, Task task, TaskEvent event, Optional<Attempt> ended) implements Transition {
        @Override
        public <R> R fold(Function<Moved, R> moved, Function<Refusal, R> refused) {
            return moved.apply(this);
        }
    }

    /** The event did not happen; nothing changed. */
    record Refused(Refusal refusal) implements Transition {
        @Override
        public <R> R fold(Function<Moved, R> moved, Function<Refusal, R> refused) {
            return refused.apply(refusal);
        }
    }

    <R> R fold(Function<Moved, R> moved, Function<Refusal, R> refused);
}
