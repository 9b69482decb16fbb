package io.prismq.queue.bootstrap.model;

import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.port.TaskQuery;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.ClaimStrategy;
import io.prismq.queue.domain.task.Compatibility;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Chooses what happens next, by chance and by what was answered before. */
final class Script {
    private static final String EUROPE = "\"region\":\"eu\"";
    private static final List<TaskType> TYPES = List.of(new TaskType("a"), new TaskType("b"), new TaskType("hasty"));
    private static final int LATEST = 40;

    private final Random random;
    private final List<Attempt> attempts = new ArrayList<>();
    private long tasks;

    Script(long seed) {
        random = new Random(seed);
    }

    Operation next(Instant now) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> new Operation.Enqueue(few(3, () -> task(now)));
            case 4, 5, 6, 7 -> new Operation.Claim(claim());
            case 8, 9, 10, 11 -> new Operation.Settle(few(4, () -> settlement(now)));
            case 12 -> new Operation.Cancel(id());
            case 13 -> new Operation.Retry(id());
            case 14 -> new Operation.Delete(id());
            case 15, 16 -> new Operation.Pass(time(40), time(30));
            case 17 -> random.nextBoolean() ? new Operation.StoreWorkers() : new Operation.Overview();
            case 18 -> new Operation.Look(id(), random.nextInt(5), 1 + random.nextInt(10));
            default -> new Operation.Page(query());
        };
    }

    /** Remembers what can be settled, whatever else the answer may say. */
    void heard(Object answer) {
        if (answer instanceof List<?> several) {
            several.forEach(this::heard);
        } else if (answer instanceof StoredTask stored) {
            tasks = Math.max(tasks, stored.task().id().value());
            stored.task().attempt().ifPresent(attempts::add);
        }
    }

    private EnqueueCommand task(Instant now) {
        tasks++;
        String key = "key-" + random.nextInt(30);
        return new EnqueueCommand(
                any(TYPES),
                new Payload(random.nextInt(10) == 0 ? "\"" + "x".repeat(2000) + "\"" : "[" + random.nextInt(100) + "]"),
                random.nextInt(3) == 0 ? new Compatibility(List.of(EUROPE)) : Compatibility.NONE,
                sometimes(() -> new Priority(1 + random.nextInt(5))),
                sometimes(() -> 1 + random.nextInt(3)),
                sometimes(() -> now.plus(time(60)).minusSeconds(10)),
                sometimes(() -> time(90).plusMillis(1)),
                sometimes(() -> new Idempotency(key, "of " + key + random.nextInt(2))),
                Optional.empty());
    }

    private ClaimCommand claim() {
        Set<TaskType> types = Set.copyOf(few(3, () -> any(TYPES)));
        Capabilities capabilities =
                random.nextBoolean() ? Capabilities.NONE : new Capabilities("{" + EUROPE + "}", Set.of(EUROPE));
        return new ClaimCommand(
                new WorkerId("worker-" + random.nextInt(4)),
                new Skills(types, capabilities),
                any(List.of(ClaimStrategy.values())),
                1 + random.nextInt(4),
                1 + random.nextInt(3000),
                sometimes(() -> time(60).plusMillis(1)),
                sometimes(() -> new ClaimId("claim-" + random.nextInt(10))));
    }

    /** Mostly of one of the latest attempts: it may run, or have ended in whatever way. */
    private Settlement settlement(Instant now) {
        if (attempts.isEmpty()) {
            return new Settlement(id(), new LeaseToken("0".repeat(32)), Settlement.Heartbeat.PLAIN);
        }
        Attempt attempt = attempts.get(attempts.size() - 1 - random.nextInt(Math.min(LATEST, attempts.size())));
        return new Settlement(attempt.taskId(), attempt.token(), word(now));
    }

    private Settlement.Word word(Instant now) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Settlement.Complete(sometimes(() -> new Result("[" + random.nextInt() + "]")));
            case 2 ->
                new Settlement.Fail(
                        Failure.error("no luck"), sometimes(() -> "{\"code\":7}"), sometimes(() -> time(30)));
            case 3 -> new Settlement.Fail(Failure.rejected("never"), Optional.empty(), Optional.empty());
            case 4 -> new Settlement.Release(random.nextBoolean() ? Duration.ZERO : time(30));
            default ->
                new Settlement.Heartbeat(
                        sometimes(() -> time(60).plusMillis(1)),
                        sometimes(() -> new Progress(random.nextInt(101), "so far")),
                        few(3, () -> LogEntry.of(now, any(List.of(LogLevel.values())), "line " + random.nextInt())));
        };
    }

    private TaskQuery query() {
        return new TaskQuery(
                sometimes(() -> any(TYPES)),
                sometimes(() -> any(List.of(TaskStatus.values()))),
                sometimes(this::id),
                1 + random.nextInt(20),
                1 + random.nextInt(5000));
    }

    /** Of a task that was enqueued, or is about to be. */
    private TaskId id() {
        return new TaskId(1 + random.nextInt((int) tasks + 2));
    }

    private Duration time(int seconds) {
        return Duration.ofMillis(random.nextInt(seconds * 1000));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> Optional<T> sometimes(Supplier<T> value) {
        return random.nextInt(3) == 0 ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> few(int most, Supplier<T> value) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(number -> value.get())
                .toList();
    }
}
