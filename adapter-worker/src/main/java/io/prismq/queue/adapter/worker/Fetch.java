package io.prismq.queue.adapter.worker;

import io.prismq.queue.adapter.worker.attempt.Workplace;
import io.prismq.queue.adapter.worker.loop.Trouble;
import io.prismq.queue.adapter.worker.loop.Waits;
import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.domain.port.StoreOutcomeUnknownException;
import io.prismq.queue.domain.task.StoredTask;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** One claim, told again under the same id as long as nobody knows what it brought: no task stays leased for nothing. */
final class Fetch {
    /** They take some three seconds. */
    private static final int LAST_TELLINGS = 5;

    private final Workplace place;
    private final ClaimCommand command;
    private final Consumer<List<StoredTask>> brought;
    private final Consumer<Throwable> failed;
    private Instant due = Instant.MIN;
    private int tellingsLeft = Integer.MAX_VALUE;
    private int tellings;
    private boolean asking;

    Fetch(Workplace place, ClaimCommand command, Consumer<List<StoredTask>> brought, Consumer<Throwable> failed) {
        this.place = place;
        this.command = command;
        this.brought = brought;
        this.failed = failed;
    }

    void askIfDue(Instant now) {
        if (!asking && !now.isBefore(due)) {
            asking = true;
            tellings++;
            tellingsLeft--;
            place.ask(execution -> execution.claim(command), brought, this::unanswered);
        }
    }

    /** Gives up soon: what it may have brought returns when its lease ends. */
    void hurry() {
        tellings = 0;
        tellingsLeft = LAST_TELLINGS;
        due = Waits.earlier(due, place.clock().now().plus(Trouble.WAITS.delayAfter(1, 0)));
    }

    /** When to ask again; the time of the answer is not known. */
    Instant due() {
        return asking ? Instant.MAX : due;
    }

    private void unanswered(Throwable why) {
        if (why instanceof StoreOutcomeUnknownException && tellingsLeft > 0) {
            asking = false;
            due = place.clock().now().plus(Trouble.WAITS.delayAfter(tellings, 0));
            place.trouble().met("learn what a claim brought", why);
        } else {
            failed.accept(why);
        }
    }
}
