package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestThreadsTest {
    private static final int MANY = 200;

    private final RequestThreads threads = new RequestThreads();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void stop() throws Exception {
        over.countDown();
        threads.start();
        threads.stop();
    }

    @Test
    void serveWhileManyWait() throws Exception {
        CountDownLatch waiting = new CountDownLatch(MANY);
        for (int n = 0; n < MANY; n++) {
            threads.execute(() -> waitForTheEnd(waiting));
        }
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(CompletableFuture.supplyAsync(() -> "served", threads).get(10, TimeUnit.SECONDS))
                .isEqualTo("served");
    }

    @Test
    void areFewWhereNobodySaysThatHeWaits() {
        for (int n = 0; n < MANY; n++) {
            threads.execute(this::workUntilTheEnd);
        }

        assertThat(threads.getThreads())
                .isLessThanOrEqualTo(2 * Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    private void workUntilTheEnd() {
        while (over.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private void waitForTheEnd(CountDownLatch waiting) {
        waiting.countDown();
        try {
            ForkJoinPool.managedBlock(new ForkJoinPool.ManagedBlocker() {
                @Override
                public boolean block() throws InterruptedException {
                    over.await();
                    return true;
                }

                @Override
                public boolean isReleasable() {
                    return over.getCount() == 0;
                }
            });
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
