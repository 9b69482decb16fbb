package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.LeaseToken;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Chance from the operating system's generator. */
public final class SecureRandomness implements Randomness {
    private static final int TOKEN_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public LeaseToken leaseToken() {
        byte[] bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        return new LeaseToken(HexFormat.of().formatHex(bits));
    }

    @Override
    public double fraction() {
        return random.nextDouble();
    }
}
