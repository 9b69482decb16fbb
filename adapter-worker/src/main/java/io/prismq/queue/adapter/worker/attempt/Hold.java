package io.prismq.queue.adapter.worker.attempt;

import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * This worker's hold on a task.
 *
 * @param task as it was claimed
 * @param lease as it was given
 */
public record Hold(Task task, Lease lease) {
    public static Hold of(StoredTask claimed) {
        Task task = claimed.task();
        return new Hold(task, Objects.requireNonNull(task.lease(), "a claimed task has a lease"));
    }

    TaskId id() {
        return task.id();
    }

    Instant deadline() {
        return lease.deadline();
    }

    /** When half of the attempt's time has gone. */
    Instant halfTime() {
        return begun().plus(Duration.between(begun(), deadline()).dividedBy(2));
    }

    /** When it was claimed. */
    Instant begun() {
        return Objects.requireNonNull(task.startedAt(), "a claimed task has begun");
    }

    /** How long a renewed lease is left alone: early enough for two more tries. */
    Duration renewalInterval() {
        return lease.length().dividedBy(3);
    }

    Settlement.Word timeout() {
        String message = "attempt %d did not end by its deadline %s".formatted(task.attempts(), deadline());
        return new Settlement.Fail(new Failure(FailureKind.TIMEOUT, message), Optional.empty(), Optional.empty());
    }

    Settlement settlement(Settlement.Word word) {
        return new Settlement(id(), lease.token(), word);
    }

    /** Whether the news says that the hold has ended. News from before the claim, which may come late, says nothing. */
    public boolean isLostIn(Task news) {
        Lease current = news.lease();
        return news.id().equals(task.id())
                && news.version() > task.version()
                && (current == null || !current.token().equals(lease.token()));
    }

    /** What every line of the log about the task tells besides. */
    Map<String, String> fields() {
        return Map.of(
                "task_id", id().toString(),
                "type", task.type().value(),
                "worker", lease.worker().value(),
                "attempt", Integer.toString(task.attempts()));
    }

    /** A line of the log about the task. */
    LoggingEventBuilder on(LoggingEventBuilder line) {
        return line.addKeyValue("task_id", id().value())
                .addKeyValue("type", task.type().value())
                .addKeyValue("worker", lease.worker().value())
                .addKeyValue("attempt", task.attempts());
    }

    @Override
    public String toString() {
        return "task %s (%s, attempt %d)".formatted(task.id(), task.type(), task.attempts());
    }
}
