package io.prismq.queue.application;

import io.prismq.queue.domain.task.Task;
import java.util.List;
import java.util.function.Function;

/** What became of a wish for tasks. */
public sealed interface EnqueueOutcome {
    /**
     * A task that is stored.
     *
     * @param repeated the same request came before under the same idempotency key: the task is the one it made then
     */
    record Enqueued(Task task, boolean repeated) {}

    /** Every task is stored, in the order of the commands. */
    record Accepted(List<Enqueued> tasks) implements EnqueueOutcome {
        public Accepted {
            tasks = List.copyOf(tasks);
        }

        @Override
        public <R> R fold(Function<Accepted, R> accepted, Function<KeyReused, R> keyReused) {
            return accepted.apply(this);
        }
    }

    /**
     * A command carries the idempotency key of a different request; nothing was stored.
     *
     * @param index which command, from 0
     */
    record KeyReused(int index, String key) implements EnqueueOutcome {
        @Override
        public <R> R fold(Function<Accepted, R> accepted, Function<KeyReused, R> keyReused) {
            return keyReused.apply(this);
        }
    }

    <R> R fold(Function<Accepted, R> accepted, Function<KeyReused, R> keyReused);
}
