package io.prismq.queue.benchmarks.jmh;

import io.prismq.queue.domain.task.Claim;
import io.prismq.queue.domain.task.Compatibility;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.NewTask;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskSpec;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.Transition;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a task goes through in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TransitionBenchmark {
    private static final LeaseToken TOKEN = new LeaseToken("0123456789abcdef0123456789abcdef");

    private final Instant now = Instant.EPOCH;
    private final Claim claim =
            new Claim(new WorkerId("worker-1"), TOKEN, Duration.ofSeconds(30), Duration.ofHours(1), null);
    private final Task queued = queued();
    private final Task processing = after(queued.claim(claim, now));

    @Benchmark
    public Transition claim() {
        return queued.claim(claim, now);
    }

    @Benchmark
    public Transition complete() {
        return processing.complete(TOKEN, now);
    }

    @Benchmark
    public Task claimAndComplete() {
        return after(after(queued.claim(claim, now)).saved().complete(TOKEN, now));
    }

    private static Task queued() {
        TaskSpec spec =
                new TaskSpec(new TaskType("bench.transition"), Compatibility.NONE, new Priority(100), 5, null, null);
        return new NewTask(spec, Payload.EMPTY, Instant.EPOCH, Instant.EPOCH, null).withId(new TaskId(1));
    }

    private static Task after(Transition transition) {
        return transition.fold(Transition.Moved::task, refusal -> {
            throw new IllegalStateException("refused: " + refusal);
        });
    }
}
