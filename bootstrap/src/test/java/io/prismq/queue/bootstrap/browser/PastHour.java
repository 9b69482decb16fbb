package io.prismq.queue.bootstrap.browser;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.application.ClaimSignals;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.port.SecureRandomness;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** An hour of a shop's queue that has just gone by, alike each time. */
final class PastHour {
    private static final int MINUTES = 59;
    private static final int AT_LEAST = 6;
    private static final int ONE_FAILS_OF = 30;
    private static final List<String> TYPES =
            List.of("email.send", "email.send", "email.send", "invoice.render", "webhook.deliver");
    private static final List<String> NAMES = List.of("ada", "alan", "grace", "edsger", "barbara", "donald");

    private final SettableClock clock;
    private final TaskSubmission submission;
    private final TaskExecution execution;
    private final Random random = new Random(7);

    private PastHour(SqliteTaskStore store, SettableClock clock, ClaimSignals signals) {
        TaskTypePolicies policies = new TaskTypePolicies(Map.of(), TaskTypePolicy.DEFAULT);
        WorkerRegistry workers = new WorkerRegistry(store, clock, WorkerRegistry.DEFAULT_SILENCE);
        this.clock = clock;
        submission = new TaskSubmission(store, policies);
        execution = new TaskExecution(store, policies, new SecureRandomness(), workers, signals);
    }

    /** Writes it to a new database. */
    static void writeTo(Path database) {
        Instant start = Instant.now().minus(Duration.ofMinutes(MINUTES));
        SettableClock clock = new SettableClock(start);
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(database), clock);
                ClaimSignals signals = new ClaimSignals(store)) {
            PastHour hour = new PastHour(store, clock, signals);
            for (int minute = 0; minute < MINUTES; minute++) {
                hour.pass(minute, start.plus(Duration.ofMinutes(minute)));
            }
        }
    }

    private void pass(int minute, Instant at) {
        clock.set(at);
        int tasks = (int) (AT_LEAST + 4 + 4 * Math.sin(minute / 8.0) + random.nextInt(4));
        done(submission.enqueue(
                IntStream.range(0, tasks).mapToObj(task -> command()).toList()));
        clock.advance(Duration.ofSeconds(20));
        List<StoredTask> claimed = claim("mailer-" + (1 + minute % 3), AT_LEAST + random.nextInt(9));
        clock.advance(Duration.ofMillis(800 + random.nextInt(9000)));
        done(execution.settle(claimed.stream().map(this::settlement).toList()));
    }

    private EnqueueCommand command() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return EnqueueCommand.of(
                new TaskType(TYPES.get(random.nextInt(TYPES.size()))),
                new Payload("{\"to\":\"%s@example.org\",\"order\":%d}".formatted(name, 4000 + random.nextInt(999))));
    }

    private List<StoredTask> claim(String worker, int most) {
        Set<TaskType> types =
                Set.of(new TaskType("email.send"), new TaskType("invoice.render"), new TaskType("webhook.deliver"));
        return done(execution.claim(ClaimCommand.of(new WorkerId(worker), new Skills(types, Capabilities.NONE), most)));
    }

    private Settlement settlement(StoredTask stored) {
        Lease lease = Objects.requireNonNull(stored.task().lease());
        return new Settlement(
                stored.task().id(),
                lease.token(),
                random.nextInt(ONE_FAILS_OF) == 0
                        ? new Settlement.Fail(
                                Failure.rejected("550 mailbox unavailable"), Optional.empty(), Optional.empty())
                        : new Settlement.Complete(Optional.of(new Result("{\"sent\":true}"))));
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
