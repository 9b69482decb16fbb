package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.prismq.queue.adapter.worker.attempt.Attempts;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import io.prismq.queue.domain.worker.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two slots, and handlers that go on whatever interrupts them. */
class WorkerStuckTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LogLines watch = new LogLines("%s.StuckWatch".formatted(Attempts.class.getPackageName()));
    private final LogLines worker = new LogLines(StuckHandlers.class);
    private final List<TaskId> begun = new ArrayList<>();
    private final PausedHandler handler = new PausedHandler();
    private final Workshop shop = new Workshop(2, Handlers.thatDoes(handler));
    private TaskId id = new TaskId(1);

    @BeforeEach
    void begin() throws InterruptedException {
        shop.threads.apart();
        id = beginOne();
    }

    @AfterEach
    void letGo() {
        begun.forEach(handler::letEnd);
        watch.close();
        worker.close();
    }

    @Test
    void is_told_after_ten_seconds_once_with_the_place_where_it_is() {
        stop(id);
        shop.pass(PATIENCE.minusMillis(1));
        assertThat(watch.at(Level.WARN)).isEmpty();

        shop.pass(Duration.ofMillis(1));
        shop.pass(PATIENCE);

        assertThat(watch.at(Level.WARN))
                .containsExactly(
                        "the handler goes on 10 seconds after it was interrupted, and keeps its slot until it ends"
                                + " [task_id=1, type=email, worker=worker-1, attempt=1]");
        assertThat(watch.stackAt(Level.WARN)).contains(PausedHandler.class.getName());
    }

    @Test
    void is_planned() {
        stop(id);
        shop.clock.advance(Duration.ofMillis(9_500));
        shop.cycle.runOnce();

        assertThat(shop.cycle.runOnce()).isEqualTo(Tasks.NOW.plus(PATIENCE));
    }

    @Test
    void is_counted_and_reported() {
        makeStuck(id);

        assertThat(shop.cycle.stuckHandlers()).isEqualTo(1);
        assertThat(reported()).isEqualTo(1);
    }

    @Test
    void is_counted_down_when_it_ends_at_last_and_its_slot_is_free() throws InterruptedException {
        makeStuck(id);
        TaskId other = beginOne();

        end(id);
        TaskId next = shop.enqueue("{}");
        shop.cycle.runOnce();

        assertThat(shop.status(other)).isEqualTo(TaskStatus.PROCESSING);
        assertThat(shop.status(next)).isEqualTo(TaskStatus.PROCESSING);
        assertThat(shop.cycle.stuckHandlers()).isZero();
        assertThat(reported()).isZero();
        assertThat(watch.at(Level.INFO))
                .containsExactly("the handler has ended at last, and its slot is free again"
                        + " [task_id=1, type=email, worker=worker-1, attempt=1]");
    }

    @Test
    void is_also_one_that_goes_on_beyond_its_deadline() {
        shop.pass(Workshop.TIMEOUT);
        assertThat(shop.status(id)).isEqualTo(TaskStatus.SCHEDULED);

        shop.pass(PATIENCE);

        assertThat(shop.cycle.stuckHandlers()).isEqualTo(1);
    }

    @Test
    void is_not_one_that_ends_within_ten_seconds() throws InterruptedException {
        stop(id);
        end(id);

        shop.pass(PATIENCE);

        assertThat(shop.cycle.stuckHandlers()).isZero();
        assertThat(watch.at(Level.WARN)).isEmpty();
        assertThat(watch.at(Level.INFO)).isEmpty();
    }

    @Test
    void in_every_slot_ends_the_claims_until_one_is_free() throws InterruptedException {
        TaskId other = beginOne();
        makeStuck(id);
        makeStuck(other);
        TaskId waiting = shop.enqueue("{}");

        shop.pass(PATIENCE);
        shop.pass(PATIENCE);
        assertThat(shop.status(waiting)).isEqualTo(TaskStatus.QUEUED);
        assertThat(worker.at(Level.ERROR))
                .containsExactly("worker worker-1 claims nothing: each of its slots is taken by a handler that does not"
                        + " end");

        end(id);
        assertThat(shop.status(waiting)).isEqualTo(TaskStatus.PROCESSING);
        assertThat(worker.at(Level.INFO)).containsExactly("worker worker-1 has a free slot again");
    }

    @Test
    void in_every_slot_is_known_to_the_registry_for_as_long_as_it_lasts() throws InterruptedException {
        TaskId other = beginOne();
        makeStuck(id);
        makeStuck(other);

        shop.pass(Duration.ofHours(1));

        assertThat(reported()).isEqualTo(2);
    }

    @Test
    void in_every_slot_gives_back_what_was_claimed_ahead() throws InterruptedException {
        PausedHandler stubborn = new PausedHandler();
        Workshop ahead = new Workshop(Workshop.settings(new Slots(1, Map.of(), 1)), Handlers.thatDoes(stubborn));
        ahead.threads.apart();
        TaskId stuck = ahead.enqueue("{}");
        TaskId waiting = ahead.enqueue("{}");
        ahead.cycle.runOnce();
        stubborn.awaitBegun();
        assertThat(ahead.status(waiting)).isEqualTo(TaskStatus.PROCESSING);

        ahead.cancel(stuck);
        ahead.cycle.runOnce();
        ahead.pass(PATIENCE);

        assertThat(ahead.status(waiting)).isEqualTo(TaskStatus.QUEUED);
        stubborn.letEnd(stuck);
    }

    private TaskId beginOne() throws InterruptedException {
        TaskId one = shop.enqueue("{}");
        begun.add(one);
        shop.cycle.runOnce();
        handler.awaitBegun();
        return one;
    }

    private void stop(TaskId running) {
        shop.cancel(running);
        shop.cycle.runOnce();
    }

    private void makeStuck(TaskId running) {
        stop(running);
        shop.pass(PATIENCE);
    }

    private void end(TaskId running) throws InterruptedException {
        handler.letEnd(running);
        shop.threads.awaitOneEnd();
        shop.cycle.runOnce();
    }

    private int reported() {
        shop.registry.store().toCompletableFuture().join();
        return shop.registry.list().stream()
                .map(status -> status.worker())
                .filter(known -> known.id().equals(Tasks.WORKER))
                .mapToInt(Worker::stuckHandlers)
                .findFirst()
                .orElseThrow();
    }
}
