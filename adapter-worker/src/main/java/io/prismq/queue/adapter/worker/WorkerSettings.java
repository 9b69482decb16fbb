package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;
import java.util.Optional;

/**
 * How a worker works.
 *
 * @param capabilities only tasks whose compatibility they meet are claimed
 * @param leaseLength how long a task stays its own without a sign of life; positive; empty means as the policy of the
 *     task's type says. A lease is renewed after a third of it
 * @param pollInterval how often it looks for tasks that no signal told it of; positive
 * @param threads what its handlers run on
 */
public record WorkerSettings(
        WorkerId worker,
        Slots slots,
        Capabilities capabilities,
        Optional<Duration> leaseLength,
        Duration pollInterval,
        ThreadKind threads) {
    public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofSeconds(1);

    public WorkerSettings {
        leaseLength.ifPresent(length -> requirePositive("a lease length", length));
        requirePositive("a poll interval", pollInterval);
    }

    /** A worker without capabilities, with leases as the policies say, a look every second, and platform threads. */
    public static WorkerSettings of(WorkerId worker, int slots) {
        return new WorkerSettings(
                worker,
                Slots.of(slots),
                Capabilities.NONE,
                Optional.empty(),
                DEFAULT_POLL_INTERVAL,
                ThreadKind.PLATFORM);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " is positive, not " + duration);
        }
    }
}
