package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;

/**
 * How a worker works.
 *
 * @param slots how many tasks it runs at a time; at least 1
 * @param capabilities only tasks whose compatibility they meet are claimed
 * @param leaseLength how long a task stays its own without a sign of life; positive; renewed after a third of it
 * @param pollInterval how often it looks for tasks that no signal told it of; positive
 */
public record WorkerSettings(
        WorkerId worker, int slots, Capabilities capabilities, Duration leaseLength, Duration pollInterval) {
    public static final Duration DEFAULT_LEASE_LENGTH = Duration.ofSeconds(30);
    public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofSeconds(1);

    public WorkerSettings {
        if (slots < 1) {
            throw new IllegalArgumentException("a worker has at least one slot, not " + slots);
        }
        requirePositive("a lease length", leaseLength);
        requirePositive("a poll interval", pollInterval);
    }

    /** A worker without capabilities, with a lease of 30 seconds and a look every second. */
    public static WorkerSettings of(WorkerId worker, int slots) {
        return new WorkerSettings(worker, slots, Capabilities.NONE, DEFAULT_LEASE_LENGTH, DEFAULT_POLL_INTERVAL);
    }

    /** When a lease is renewed, counted from its beginning or its latest renewal. */
    Duration renewalInterval() {
        return leaseLength.dividedBy(3);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " is positive, not " + duration);
        }
    }
}
