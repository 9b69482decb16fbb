package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.port.Randomness;
import io.prismq.queue.domain.task.LeaseToken;
import java.util.Random;

/** Chance that is the same in every run with the same seed. Its tokens can be guessed: for tests alone. */
public final class SeededRandomness implements Randomness {
    private final Random random;

    public SeededRandomness(long seed) {
        random = new Random(seed);
    }

    @Override
    public LeaseToken leaseToken() {
        return new LeaseToken("%016x%016x".formatted(random.nextLong(), random.nextLong()));
    }

    @Override
    public double fraction() {
        return random.nextDouble();
    }
}
