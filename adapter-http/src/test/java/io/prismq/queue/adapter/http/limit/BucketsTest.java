package io.prismq.queue.adapter.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Buckets buckets = new Buckets(2, Duration.ofSeconds(10), new SettableMeter());

    @Test
    void areFullAtFirst() {
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).contains(Duration.ofSeconds(5));
    }

    @Test
    void areRefilledEvenly() {
        IntStream.range(0, 3).forEach(n -> buckets.take("a"));

        nanos.addAndGet(Duration.ofSeconds(5).toNanos());

        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).contains(Duration.ofSeconds(5));
    }

    @Test
    void areApart() {
        IntStream.range(0, 3).forEach(n -> buckets.take("a"));

        assertThat(buckets.take("b")).isEmpty();
    }

    @Test
    void areForgottenWhereThereAreTooMany() {
        IntStream.range(0, 3).forEach(n -> buckets.take("a"));

        IntStream.range(0, 10_000).forEach(n -> buckets.take("other " + n));

        assertThat(buckets.take("a")).isEmpty();
    }

    private final class SettableMeter implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
