package io.prismq.queue.bootstrap.process;

import static org.awaitility.Awaitility.await;

import io.prismq.queue.bootstrap.process.ApiClient.Answer;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Enqueues at a steady rate, whether answers come or not, and notes how long each of them takes. */
final class SteadyLoad implements AutoCloseable {
    private final ApiClient client;
    private final String body;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    private SteadyLoad(ApiClient client, String type) {
        this.client = client;
        this.body = "{\"type\":\"%s\"}".formatted(type);
    }

    static SteadyLoad start(ApiClient client, String type, int perSecond) {
        SteadyLoad load = new SteadyLoad(client, type);
        long period = Duration.ofSeconds(1).toNanos() / perSecond;
        load.pace.scheduleAtFixedRate(load::send, 0, period, TimeUnit.NANOSECONDS);
        return load;
    }

    /** Forgets what was noted so far: it was the warm-up. */
    void forget() {
        nanos.clear();
    }

    long sent() {
        return sent.get();
    }

    /** Answers that did not acknowledge a task. */
    Queue<String> failures() {
        return failures;
    }

    /** The time within which 99 of 100 answers came, in milliseconds. */
    double p99Millis() {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * 0.99))] / 1e6;
    }

    /** Sends no more, and waits for the answers that are under way. */
    @Override
    public void close() {
        pace.shutdown();
        await().atMost(Duration.ofMinutes(1)).until(() -> pace.isTerminated() && answered.get() == sent.get());
    }

    private void send() {
        long begun = System.nanoTime();
        sent.incrementAndGet();
        client.postAsync("/api/queue/enqueue", body).whenComplete((answer, failure) -> {
            nanos.add(System.nanoTime() - begun);
            note(answer, failure);
            answered.incrementAndGet();
        });
    }

    private void note(@Nullable Answer answer, @Nullable Throwable failure) {
        if (failure != null || answer == null) {
            failures.add(String.valueOf(failure));
        } else if (answer.status() != 201) {
            failures.add(answer.status() + " " + answer.body());
        }
    }
}
