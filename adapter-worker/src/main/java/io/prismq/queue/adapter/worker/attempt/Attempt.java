package io.prismq.queue.adapter.worker.attempt;

import io.prismq.queue.adapter.worker.loop.Waits;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt of this worker, from its claim until it is settled or lost and its thread has come back. The first of
 * handler, deadline and shutdown to end it decides how it is settled; whatever comes later changes nothing.
 */
final class Attempt {
    static final Settlement.Word GIVEN_BACK = new Settlement.Release(Duration.ZERO);

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    /** How long a task rests that no thread could be had for. */
    private static final Settlement.Word WITHOUT_THREAD = new Settlement.Release(Duration.ofSeconds(5));

    private final Workplace place;
    private final Hold hold;
    private final Instant halfTime;
    private final Notes notes;
    private final HandlerRun run;
    private final Heartbeats heartbeats;
    private final StuckWatch stuck;
    private @Nullable Settling settling;
    private boolean begun;
    private boolean lost;

    Attempt(Workplace place, Hold hold, TaskHandler handler, Payload payload) {
        this.place = place;
        this.hold = hold;
        this.halfTime = hold.halfTime();
        this.notes = new Notes(place.clock(), place.mailbox()::wake);
        this.run = new HandlerRun(handler, payload, new AttemptContext(hold, notes), place);
        this.heartbeats = new Heartbeats(place, hold, notes, this::lose);
        this.stuck = new StuckWatch(hold, run);
    }

    /** Where there is no thread to be had, the task is given back. */
    void begin(Executor threads) {
        try {
            begun = true;
            threads.execute(run);
        } catch (RuntimeException | OutOfMemoryError noThread) {
            begun = false;
            hold.on(LOG.atError()).setCause(noThread).log("no thread for the handler");
            stop(WITHOUT_THREAD);
        }
    }

    /** Does what is due: looks whether the attempt has ended, keeps its lease alive, tells the store how it ended. */
    void supervise(Instant now) {
        run.end().ifPresent(this::ended);
        if (!isSettled() && !now.isBefore(limit())) {
            stop(begun ? hold.timeout() : GIVEN_BACK);
        }
        if (settling != null && !heartbeats.areUnderWay()) {
            settling.tellIfDue(now);
        }
        if (!isSettled()) {
            heartbeats.beatIfDue(now);
        }
        stuck.look(now);
    }

    /** When there is next something to do, as far as it can be foreseen. */
    Instant due() {
        if (isSettled()) {
            return stuck.due();
        }
        return Waits.earlier(ownDue(), Waits.earlier(heartbeats.due(), stuck.due()));
    }

    void heard(Task news) {
        if (hold.isLostIn(news)) {
            lose();
        }
    }

    /** Ends the attempt now, whatever its handler does, unless it has ended already. */
    void stop(Settlement.Word how) {
        if (settling == null && !lost) {
            stopHandler();
            settling = new Settling(place, hold, notes, how);
            place.mailbox().wake();
        }
    }

    Hold hold() {
        return hold;
    }

    /** Whether it waits for a slot. */
    boolean isWaiting() {
        return !begun && settling == null && !lost;
    }

    /** Whether it occupies a slot: the store may hear of its end while the next one runs. */
    boolean isRunning() {
        return begun && run.end().isEmpty();
    }

    boolean isSettled() {
        return lost || (settling != null && settling.isOver());
    }

    /** Whether its handler goes on though it was told to end a while ago. */
    boolean isStuck() {
        return stuck.isStuck();
    }

    /** Whether its slot is free again. */
    boolean isOver() {
        return isSettled() && (!begun || run.end().isPresent());
    }

    /** Once it is being settled, the store's answer to that says the rest. */
    private void lose() {
        if (settling == null && !lost) {
            lost = true;
            stopHandler();
        }
    }

    private void ended(Settlement.Word how) {
        stuck.ended();
        if (settling == null && !lost) {
            notes.close();
            settling = new Settling(place, hold, notes, how);
        }
    }

    private void stopHandler() {
        run.stop();
        if (begun) {
            stuck.toldToEnd(place.clock().now());
        }
    }

    /** What is told last waits for the answer to what was told before, so that it stands behind it. */
    private Instant ownDue() {
        if (settling == null) {
            return limit();
        }
        return heartbeats.areUnderWay() ? Instant.MAX : settling.due();
    }

    /** How long it may last. One that waits keeps half of its time for its handler, or begins anew elsewhere. */
    private Instant limit() {
        return begun ? hold.deadline() : halfTime;
    }
}
