package io.prismq.queue.bootstrap.process;

import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Enqueues so many tasks in a second, and keeps the ids that were acknowledged. On a machine that cannot keep up it sends
 * fewer, for each request that waits has a connection.
 */
final class AcknowledgedLoad implements AutoCloseable {
    private static final int TURNS_PER_SECOND = 50;
    private static final int MOST_UNDER_WAY = 400;

    private final ApiClient client;
    private final int tasksOfATurn;
    private final NavigableSet<Long> acknowledged = new ConcurrentSkipListSet<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();

    private AcknowledgedLoad(ApiClient client, int tasksPerSecond) {
        this.client = client;
        this.tasksOfATurn = tasksPerSecond / TURNS_PER_SECOND;
    }

    static AcknowledgedLoad start(ApiClient client, int tasksPerSecond) {
        AcknowledgedLoad load = new AcknowledgedLoad(client, tasksPerSecond);
        load.turns.scheduleAtFixedRate(load::turn, 0, 1000 / TURNS_PER_SECOND, TimeUnit.MILLISECONDS);
        return load;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** 0 before the first. */
    long highest() {
        return acknowledged.isEmpty() ? 0 : acknowledged.last();
    }

    int failed() {
        return failed.get();
    }

    /** Whether every request that was sent has its answer. */
    boolean isQuiet() {
        return turns.isShutdown() && underWay.get() == 0;
    }

    @Override
    public void close() {
        turns.shutdownNow();
    }

    private void turn() {
        for (int task = 0; task < tasksOfATurn && underWay.get() < MOST_UNDER_WAY; task++) {
            underWay.incrementAndGet();
            client.postAsync("/api/queue/enqueue", "{\"type\":\"load\"}").whenComplete((answer, broken) -> {
                if (broken == null && answer.status() == 201) {
                    acknowledged.add(answer.body().get("task_id").asLong());
                } else {
                    failed.incrementAndGet();
                }
                underWay.decrementAndGet();
            });
        }
    }
}
