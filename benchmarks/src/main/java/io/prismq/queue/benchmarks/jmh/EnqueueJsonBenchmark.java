package io.prismq.queue.benchmarks.jmh;

import io.prismq.queue.adapter.http.client.EnqueueRequest;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.task.EnqueuedBody;
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

/** An enqueue from JSON, and its answer to JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EnqueueJsonBenchmark {
    private static final String REQUEST =
            "{\"type\":\"email.send\",\"payload\":{\"to\":\"ada@example.org\",\"subject\":\"Notes on the engine\"}}";

    private final StrictJson json = new StrictJson();
    private final EnqueuedBody answer = new EnqueuedBody(4711, "queued", Instant.EPOCH, "Task enqueued successfully");

    @Benchmark
    public EnqueueRequest read() {
        return json.read(REQUEST, EnqueueRequest.class);
    }

    @Benchmark
    public String write() {
        return json.write(answer);
    }
}
