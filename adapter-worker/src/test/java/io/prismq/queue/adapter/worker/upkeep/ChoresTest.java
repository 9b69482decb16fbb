package io.prismq.queue.adapter.worker.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.domain.port.StoreBusyException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChoresTest {
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void areDoneAgainAfterTheirWait() {
        Chores chores = new Chores(Map.of("counting", () -> {
            runs.incrementAndGet();
            return MILLI;
        }));
        chores.start();

        await().until(() -> runs.get() > 3);
        chores.stop(GRACE);
        int atTheEnd = runs.get();
        assertThat(runs).hasValue(atTheEnd);
    }

    @Test
    void areTriedAgainAfterAFailure() {
        Chores chores = new Chores(
                Map.of("failing", () -> {
                    if (runs.incrementAndGet() % 2 == 0) {
                        throw new StoreBusyException("busy");
                    }
                    throw new IllegalStateException("a bug");
                }),
                MILLI);
        chores.start();

        await().until(() -> runs.get() > 4);
        chores.stop(GRACE);
    }

    @Test
    void doNotHoldUpOneAnother() {
        CountDownLatch never = new CountDownLatch(1);
        Chores chores = new Chores(Map.of(
                "long",
                () -> {
                    never.await();
                    return HOUR;
                },
                "short",
                () -> {
                    runs.incrementAndGet();
                    return HOUR;
                }));
        chores.start();

        await().until(() -> runs.get() == 1);
        chores.stop(GRACE);
    }

    @Test
    void endInTheMiddleWhenTheyAreStopped() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Chores chores = new Chores(Map.of("long", () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
                throw stopped;
            }
            return HOUR;
        }));
        chores.start();
        begun.await();

        chores.stop(GRACE);

        assertThat(interrupted.getCount()).isZero();
    }
}
