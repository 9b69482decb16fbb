package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.task.Compatibility;
import io.prismq.queue.domain.task.TaskSpec;
import io.prismq.queue.domain.task.TaskType;

/** Tasks that the same workers can run. */
record Lane(TaskType type, Compatibility compatibility) {
    static Lane of(TaskSpec spec) {
        return new Lane(spec.type(), spec.compatibility());
    }
}
