package io.prismq.queue.adapter.worker;

import io.prismq.queue.application.ChangeOutcome;
import io.prismq.queue.domain.port.StoreClosedException;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the store how an attempt ended, again and again until it has been heard. A refusal is an end as well: either an
 * earlier telling was stored after all, or somebody else holds the task.
 */
final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final RetryPolicy WAITS = new RetryPolicy(Duration.ofMillis(100), 2, Duration.ofSeconds(5), 0);

    private final Workplace place;
    private final Hold hold;
    private final Settlement settlement;
    private Instant due;
    private int tellings;
    private boolean asking;
    private boolean over;

    Settling(Workplace place, Hold hold, Settlement settlement) {
        this.place = place;
        this.hold = hold;
        this.settlement = settlement;
        this.due = place.clock().now();
    }

    void tellIfDue(Instant now) {
        if (!asking && !over && !now.isBefore(due)) {
            asking = true;
            tellings++;
            place.ask(execution -> settlement.tell(execution, hold), this::answered, this::failed);
        }
    }

    /** When to tell again; the time of the answer is not known. */
    Instant due() {
        return asking ? Instant.MAX : due;
    }

    boolean isOver() {
        return over;
    }

    private void answered(ChangeOutcome outcome) {
        over = true;
        place.trouble().over();
        if (!(outcome instanceof ChangeOutcome.Changed)) {
            LOG.debug("{} was no longer this worker's to settle", hold);
        }
    }

    private void failed(Throwable why) {
        asking = false;
        if (why instanceof TaskStoreException && !(why instanceof StoreClosedException)) {
            due = place.clock().now().plus(WAITS.delayAfter(tellings, 0));
            place.trouble().met("settle " + hold, why);
        } else {
            over = true;
            LOG.error("{} cannot be settled and is left until its lease ends", hold, why);
        }
    }
}
