package io.prismq.queue.adapter.worker.attempt;

import io.prismq.queue.adapter.worker.loop.Waits;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.application.SettlementOutcome;
import java.time.Duration;
import java.time.Instant;

/** Keeps a hold alive, brings the handler's notes to the store, and learns from it when the hold has ended. */
final class Heartbeats {
    /** How long notes are gathered, so that a handler that tells much drives few commits. */
    static final Duration GATHERING = Duration.ofMillis(500);

    /** The wait after a heartbeat that the store could not take. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Workplace place;
    private final Hold hold;
    private final Notes notes;
    private final Runnable lost;
    private Instant countedFrom;
    private Duration interval;
    private Instant notesRest = Instant.MIN;
    private boolean asking;

    Heartbeats(Workplace place, Hold hold, Notes notes, Runnable lost) {
        this.place = place;
        this.hold = hold;
        this.notes = notes;
        this.lost = lost;
        this.countedFrom = place.clock().now();
        this.interval = hold.renewalInterval();
    }

    /** A clock that was set back makes a heartbeat due, too: the lease is to be counted by the time that is now. */
    void beatIfDue(Instant now) {
        if (!asking && (now.isBefore(countedFrom) || !now.isBefore(due()))) {
            asking = true;
            countedFrom = now;
            Settlement.Heartbeat beat = notes.take();
            place.ask(execution -> execution.settle(hold.settlement(beat)), this::answered, why -> failed(beat, why));
        }
    }

    /** When the next one is due; none is while one is under way. */
    Instant due() {
        if (asking) {
            return Instant.MAX;
        }
        return Waits.earlier(renewalDue(), notes.since().map(this::flushDue).orElse(Instant.MAX));
    }

    boolean areUnderWay() {
        return asking;
    }

    /** The deadline ends every lease, renewed or not. */
    private Instant renewalDue() {
        Instant next = countedFrom.plus(interval);
        return next.isBefore(hold.deadline()) ? next : Instant.MAX;
    }

    private Instant flushDue(Instant notedSince) {
        Instant gathered = notedSince.plus(GATHERING);
        return gathered.isBefore(notesRest) ? notesRest : gathered;
    }

    private void answered(SettlementOutcome outcome) {
        asking = false;
        interval = hold.renewalInterval();
        place.trouble().over();
        if (!(outcome instanceof SettlementOutcome.GoesOn)) {
            lost.run();
        }
    }

    private void failed(Settlement.Heartbeat beat, Throwable why) {
        asking = false;
        interval = shorter(hold.renewalInterval(), AGAIN);
        notesRest = place.clock().now().plus(AGAIN);
        notes.putBack(beat);
        place.trouble().met("renew the lease of " + hold, why);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
