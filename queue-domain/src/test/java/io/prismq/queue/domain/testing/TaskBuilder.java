package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.task.Compatibility;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.NewTask;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskSpec;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.task.TraceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a task of which only the parts that matter to a test are named. */
public final class TaskBuilder {
    private TaskType type = Tasks.TYPE;
    private Compatibility compatibility = Compatibility.NONE;
    private Priority priority = TaskTypePolicy.DEFAULT.priority();
    private int maxAttempts = TaskTypePolicy.DEFAULT.maxAttempts();
    private @Nullable Idempotency idempotency;
    private Payload payload = Payload.EMPTY;
    private Instant createdAt = Tasks.NOW;
    private Duration delay = Duration.ZERO;
    private @Nullable Duration timeToLive;
    private @Nullable TraceContext trace;

    TaskBuilder() {}

    public TaskBuilder type(String value) {
        type = new TaskType(value);
        return this;
    }

    /** Each a canonical JSON member text such as {@code "region":"eu"}. */
    public TaskBuilder requires(String... members) {
        compatibility = new Compatibility(List.of(members));
        return this;
    }

    public TaskBuilder priority(int value) {
        priority = new Priority(value);
        return this;
    }

    public TaskBuilder maxAttempts(int value) {
        maxAttempts = value;
        return this;
    }

    /** The request's fingerprint follows from the key. */
    public TaskBuilder idempotencyKey(String key) {
        idempotency = new Idempotency(key, "fingerprint of " + key);
        return this;
    }

    public TaskBuilder payload(String json) {
        payload = new Payload(json);
        return this;
    }

    public TaskBuilder createdAt(Instant time) {
        createdAt = time;
        return this;
    }

    /** Counted from the creation. */
    public TaskBuilder delay(Duration value) {
        delay = value;
        return this;
    }

    /** Counted from the creation. */
    public TaskBuilder timeToLive(Duration value) {
        timeToLive = value;
        return this;
    }

    public TaskBuilder traced(String parent) {
        trace = new TraceContext(parent);
        return this;
    }

    /** The task before a store has given it an id. */
    public NewTask build() {
        TaskSpec spec = new TaskSpec(type, compatibility, priority, maxAttempts, idempotency, trace);
        return new NewTask(
                spec,
                payload,
                createdAt,
                createdAt.plus(delay),
                timeToLive == null ? null : createdAt.plus(timeToLive));
    }

    /** The task as it is just after its enqueue. */
    public Task withId(long id) {
        return build().withId(new TaskId(id));
    }
}
