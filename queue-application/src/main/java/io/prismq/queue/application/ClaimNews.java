package io.prismq.queue.application;

import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What one who waits for a task is woken for.
 *
 * @param whom whose skills will do
 * @param task empty where nobody knows which
 */
record ClaimNews(Predicate<Skills> whom, Optional<Task> task) {
    static ClaimNews of(Task task) {
        return new ClaimNews(skills -> skills.suit(task.type(), task.spec().compatibility()), Optional.of(task));
    }

    /** Somebody with these skills is to ask the store. */
    static ClaimNews unknown(Skills skills) {
        return new ClaimNews(skills::equals, Optional.empty());
    }

    boolean isAmong(List<StoredTask> got) {
        return any(got, (known, one) -> known.id().equals(one.id()));
    }

    /** A task of the same kind will do: whoever was woken for that one can run this one. */
    boolean hasAnEqualAmong(List<StoredTask> got) {
        return any(
                got,
                (known, one) -> known.type().equals(one.type())
                        && known.spec().compatibility().equals(one.spec().compatibility()));
    }

    private boolean any(List<StoredTask> got, BiPredicate<Task, Task> like) {
        return task.map(known -> got.stream().anyMatch(one -> like.test(known, one.task())))
                .orElse(!got.isEmpty());
    }
}
