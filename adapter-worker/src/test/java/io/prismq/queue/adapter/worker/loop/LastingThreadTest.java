package io.prismq.queue.adapter.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.prismq.queue.adapter.worker.FullLog;
import io.prismq.queue.adapter.worker.LogLines;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LastingThreadTest {
    private static final Logger LOG = LoggerFactory.getLogger(LastingThreadTest.class);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicReference<@Nullable Thread> own = new AtomicReference<>();
    private final LastingThread thread = new LastingThread("lasting", this::round, LOG);

    @AfterEach
    void end() {
        thread.end();
        thread.join(GRACE);

        assertThat(Objects.requireNonNull(own.get()).isAlive()).isFalse();
    }

    @Test
    void tells_what_broke_a_round_and_goes_on() {
        try (LogLines log = new LogLines(LastingThreadTest.class)) {
            thread.start();

            await().until(() -> rounds.get() > 1);
            assertThat(log.at(Level.ERROR)).contains("lasting met an error of its own, and goes on");
            assertThat(log.stackAt(Level.ERROR)).contains("OutOfMemoryError");
        }
    }

    @Test
    void goes_on_though_it_cannot_tell() {
        try (FullLog none = new FullLog(LastingThreadTest.class)) {
            thread.start();

            await().until(() -> rounds.get() > 1);
        }
    }

    @Test
    void an_interrupt_that_is_not_the_end_is_none() {
        thread.start();
        await().until(() -> own.get() != null);

        Objects.requireNonNull(own.get()).interrupt();

        await().until(() -> rounds.get() > 2);
    }

    private void round() throws InterruptedException {
        own.set(Thread.currentThread());
        if (rounds.incrementAndGet() % 2 == 1) {
            throw new OutOfMemoryError("as the test wants it");
        }
        thread.rest(Duration.ofMillis(1));
    }
}
