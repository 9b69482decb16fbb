package io.prismq.queue.adapter.worker.attempt;

import io.prismq.queue.adapter.worker.loop.Trouble;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.application.SettlementOutcome;
import io.prismq.queue.domain.port.StoreClosedException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the store how an attempt ended, again and again until it has been heard, and in the same commit what its handler
 * told last. Fenced by the lease, so telling it again is safe; a refusal is an end as well: somebody else holds the task.
 */
final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final Workplace place;
    private final Hold hold;
    private final Notes notes;
    private final Settlement.Word end;
    private List<Settlement> settlements = List.of();
    private Instant due = Instant.MIN;
    private int tellings;
    private boolean asking;
    private boolean over;

    Settling(Workplace place, Hold hold, Notes notes, Settlement.Word end) {
        this.place = place;
        this.hold = hold;
        this.notes = notes;
        this.end = end;
    }

    void tellIfDue(Instant now) {
        if (!asking && !over && !now.isBefore(due)) {
            asking = true;
            if (++tellings == 1) {
                settlements = settlements(notes.take());
            }
            place.ask(execution -> execution.settle(settlements), this::answered, this::failed);
        }
    }

    /** When to tell again; the time of the answer is not known. */
    Instant due() {
        return asking ? Instant.MAX : due;
    }

    boolean isOver() {
        return over;
    }

    private List<Settlement> settlements(Settlement.Heartbeat last) {
        Settlement ending = hold.settlement(end);
        return Notes.isNews(last) ? List.of(hold.settlement(last), ending) : List.of(ending);
    }

    private void answered(List<SettlementOutcome> outcomes) {
        over = true;
        place.trouble().over();
        if (!(outcomes.get(outcomes.size() - 1) instanceof SettlementOutcome.Ended)) {
            hold.on(LOG.atDebug()).log("the task was no longer this worker's to settle");
        }
    }

    private void failed(Throwable why) {
        asking = false;
        if (why instanceof TaskStoreException && !(why instanceof StoreClosedException)) {
            due = place.clock().now().plus(Trouble.WAITS.delayAfter(tellings, 0));
            place.trouble().met("settle " + hold, why);
        } else {
            over = true;
            hold.on(LOG.atError()).setCause(why).log("the task cannot be settled and is left until its lease ends");
        }
    }
}
