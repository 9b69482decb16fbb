package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt of this worker, until it is settled or lost and its thread has come back. The first of handler, deadline
 * and shutdown to end it decides how it is settled; whatever comes later changes nothing.
 */
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    /** How long a task rests that no thread could be had for. */
    private static final Duration WITHOUT_THREAD = Duration.ofSeconds(5);

    private final Workplace place;
    private final Hold hold;
    private final HandlerRun run;
    private final LeaseRenewal renewal;
    private @Nullable Settling settling;
    private boolean lost;
    private boolean threadIsBack;

    Attempt(Workplace place, Hold hold, TaskHandler handler, Payload payload) {
        this.place = place;
        this.hold = hold;
        this.run = new HandlerRun(handler, payload, hold, end -> place.mailbox().post(() -> ended(end)));
        this.renewal = new LeaseRenewal(place, hold, this::lose);
    }

    /** Where there is no thread to be had, the task is given back. */
    void start(Executor threads) {
        try {
            threads.execute(run);
        } catch (RuntimeException | OutOfMemoryError noThread) {
            LOG.error("no thread for {}", hold, noThread);
            ended(new Settlement.Released(WITHOUT_THREAD));
        }
    }

    /** Does what is due: times the attempt out, renews its lease, tells again how it ended. */
    void supervise(Instant now) {
        if (isSettled()) {
            return;
        }
        if (settling == null && !now.isBefore(hold.deadline())) {
            stop(new Settlement.Failed(new Failure(
                    FailureKind.TIMEOUT,
                    "attempt %d did not end by its deadline %s"
                            .formatted(hold.task().attempts(), hold.deadline()))));
        }
        renewal.renewIfDue(now);
        if (settling != null) {
            settling.tellIfDue(now);
        }
    }

    /** When there is next something to do, as far as it can be foreseen. */
    Instant due() {
        if (isSettled()) {
            return Instant.MAX;
        }
        Instant own = settling == null ? hold.deadline() : settling.due();
        return Stream.of(own, renewal.due()).min(Instant::compareTo).orElseThrow();
    }

    void heard(Task news) {
        if (hold.isLostIn(news)) {
            lose();
        }
    }

    /** Ends the attempt now, whatever its handler does, unless it has ended already. */
    void stop(Settlement how) {
        if (settling == null && !lost) {
            run.stop();
            settle(how);
        }
    }

    Hold hold() {
        return hold;
    }

    boolean isSettled() {
        return lost || (settling != null && settling.isOver());
    }

    /** Whether its slot is free again. */
    boolean isOver() {
        return threadIsBack && isSettled();
    }

    /** Once it is being settled, the store's answer to that says the rest. */
    private void lose() {
        if (settling == null) {
            lost = true;
            run.stop();
        }
    }

    private void ended(Settlement how) {
        threadIsBack = true;
        if (settling == null && !lost) {
            settle(how);
        }
    }

    private void settle(Settlement how) {
        settling = new Settling(place, hold, how);
        settling.tellIfDue(place.clock().now());
    }
}
