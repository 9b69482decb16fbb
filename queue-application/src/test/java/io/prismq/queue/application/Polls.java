package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Claims that wait, on a store whose writes, one for each look, are counted. What tests insert is not. */
final class Polls {
    static final Duration LONG = Duration.ofHours(1);
    static final String GPU = "\"gpu\":true";
    static final Skills EMAIL = TestQueue.skills(TYPE);
    static final Skills EMAIL_ON_GPU = onGpu(TYPE);
    static final Skills ALL = onGpu(TYPE, HASTY);

    final TestQueue queue = new TestQueue();
    final WatchedStore store = new WatchedStore(queue.store);
    final ClaimSignals signals = new ClaimSignals(store);
    private final TaskExecution execution =
            new TaskExecution(store, TestQueue.POLICIES, queue.randomness, queue.workers, signals);

    /** Waits long for one task. */
    CompletableFuture<List<StoredTask>> poll(Skills skills) {
        return poll(skills, new CompletableFuture<>());
    }

    /** Waits long for one task, or until it is abandoned. */
    CompletableFuture<List<StoredTask>> poll(Skills skills, CompletableFuture<?> abandoned) {
        return poll(ClaimCommand.of(WORKER, skills, 1), LONG, abandoned);
    }

    CompletableFuture<List<StoredTask>> poll(ClaimCommand command, Duration wait, CompletableFuture<?> abandoned) {
        return execution.claim(command, wait, abandoned, By.ANONYMOUS).toCompletableFuture();
    }

    static void assertBrings(CompletableFuture<List<StoredTask>> poll, Task... tasks) {
        List<StoredTask> claimed = TestQueue.done(poll);
        assertThat(claimed)
                .extracting(one -> one.task().id())
                .containsExactlyElementsOf(List.of(tasks).stream().map(Task::id).toList());
    }

    private static Skills onGpu(TaskType... types) {
        return new Skills(Set.of(types), new Capabilities("{\"gpu\":true}", Set.of(GPU)));
    }
}
