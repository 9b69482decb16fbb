package io.prismq.queue.domain.task;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One worker's exclusive hold on a task for one attempt.
 *
 * @param length what the worker asked for; positive
 * @param until when the hold may be taken away; never after {@code deadline}
 * @param deadline when the attempt is timed out, however often the lease is renewed
 * @param claim the claim that it was given to; null where the worker gave its claim no id
 */
public record Lease(
        WorkerId worker,
        LeaseToken token,
        Duration length,
        Instant until,
        Instant deadline,
        @Nullable ClaimId claim) {
    public Lease {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a lease has a positive length, not " + length);
        }
        if (until.isAfter(deadline)) {
            throw new IllegalArgumentException("a lease never reaches beyond the attempt's deadline");
        }
    }

    /** A lease that begins now. */
    static Lease begin(Claim claim, Instant now) {
        Instant deadline = now.plus(claim.attemptTimeout());
        return new Lease(
                claim.worker(),
                claim.token(),
                claim.leaseLength(),
                end(claim.leaseLength(), deadline, now),
                deadline,
                claim.id());
    }

    /** The same hold, counted anew from now. */
    Lease renewed(Duration newLength, Instant now) {
        return new Lease(worker, token, newLength, end(newLength, deadline, now), deadline, claim);
    }

    /** The same hold, where neither it nor its attempt ends later than one that began now. */
    Lease restamped(Duration attemptTimeout, Instant now) {
        Instant latest = earlier(deadline, now.plus(attemptTimeout));
        return new Lease(worker, token, length, earlier(until, end(length, latest, now)), latest, claim);
    }

    private static Instant end(Duration length, Instant deadline, Instant now) {
        return earlier(now.plus(length), deadline);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
