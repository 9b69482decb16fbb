package io.prismq.queue.adapter.worker;

import io.prismq.queue.application.ChangeOutcome;
import java.time.Duration;
import java.time.Instant;

/** Keeps a hold alive, and learns from the store when it has ended. */
final class LeaseRenewal {
    /** The wait after a heartbeat that the store could not take. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Workplace place;
    private final Hold hold;
    private final Runnable lost;
    private Instant countedFrom;
    private Duration interval;
    private boolean asking;

    LeaseRenewal(Workplace place, Hold hold, Runnable lost) {
        this.place = place;
        this.hold = hold;
        this.lost = lost;
        this.countedFrom = place.clock().now();
        this.interval = place.settings().renewalInterval();
    }

    /** A clock that was set back makes a renewal due, too: the lease is to be counted by the time that is now. */
    void renewIfDue(Instant now) {
        if (!asking && (now.isBefore(countedFrom) || !now.isBefore(due()))) {
            asking = true;
            countedFrom = now;
            place.ask(
                    execution -> execution.heartbeat(
                            hold.id(), hold.token(), place.settings().leaseLength(), null),
                    this::answered,
                    this::failed);
        }
    }

    /** When the next heartbeat is due; none is while one is under way, nor after the deadline, which ends every lease. */
    Instant due() {
        Instant next = countedFrom.plus(interval);
        return !asking && next.isBefore(hold.deadline()) ? next : Instant.MAX;
    }

    private void answered(ChangeOutcome outcome) {
        asking = false;
        interval = place.settings().renewalInterval();
        place.trouble().over();
        if (!(outcome instanceof ChangeOutcome.Changed)) {
            lost.run();
        }
    }

    private void failed(Throwable why) {
        asking = false;
        interval = shorter(place.settings().renewalInterval(), AGAIN);
        place.trouble().met("renew the lease of " + hold, why);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
