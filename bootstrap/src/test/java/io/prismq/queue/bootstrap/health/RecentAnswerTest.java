package io.prismq.queue.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentAnswerTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final Executor threads = work -> new Thread(work, "prober").start();

    @Test
    void isGivenAgainForASecond() {
        RecentAnswer answer = new RecentAnswer(() -> List.of("no. " + asked.incrementAndGet()), nanos::get);

        assertThat(answer.get()).containsExactly("no. 1");
        nanos.addAndGet(RecentAnswer.KEPT.toNanos() - 1);
        assertThat(answer.get()).containsExactly("no. 1");
        nanos.incrementAndGet();
        assertThat(answer.get()).containsExactly("no. 2");
    }

    @Test
    void isSharedByAllWhoAskAtOnce() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        RecentAnswer answer = new RecentAnswer(
                () -> {
                    begun.countDown();
                    await(go);
                    return List.of("no. " + asked.incrementAndGet());
                },
                nanos::get);
        CompletableFuture<List<String>> first = CompletableFuture.supplyAsync(answer, threads);
        begun.await();
        CompletableFuture<List<String>> second = CompletableFuture.supplyAsync(answer, threads);

        go.countDown();

        assertThat(first).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(List.of("no. 1"));
        assertThat(second).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(List.of("no. 1"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
