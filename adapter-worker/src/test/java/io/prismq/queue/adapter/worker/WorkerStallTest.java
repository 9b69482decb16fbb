package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that stood still while its task was taken over, and has been told of nothing. */
class WorkerStallTest {
    private static final WorkerId ELSEWHERE = new WorkerId("elsewhere");

    private final PausedHandler handler = new PausedHandler();
    private final Workshop shop = new Workshop(1, Handlers.thatDoes(handler));
    private TaskId id = new TaskId(1);
    private TaskContext context;

    @BeforeEach
    void stall() throws InterruptedException {
        shop.threads.apart();
        id = shop.enqueue("{}");
        shop.cycle.runOnce();
        context = handler.awaitBegun();
        shop.hearNothing();
        shop.expire(id);
        shop.claimElsewhere();
        shop.clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void letGo() {
        handler.letEnd(id);
    }

    @Test
    void does_not_settle_what_somebody_else_holds() throws InterruptedException {
        context.log(LogLevel.INFO, "from the past");
        handler.letEnd(id);
        shop.threads.awaitOneEnd();

        shop.cycle.runOnce();

        assertIsHeldElsewhere();
        assertThat(shop.cycle.unsettled()).isZero();
    }

    @Test
    void learns_it_from_its_next_heartbeat_and_stops_the_handler() {
        shop.cycle.runOnce();

        assertThat(context.isCancelled()).isTrue();
        assertIsHeldElsewhere();
        assertThat(shop.cycle.unsettled()).isZero();
    }

    @Test
    void does_not_time_out_the_attempt_of_somebody_else() {
        shop.pass(Workshop.TIMEOUT);

        assertIsHeldElsewhere();
    }

    private void assertIsHeldElsewhere() {
        Lease lease = Objects.requireNonNull(shop.task(id).lease());
        assertThat(lease.worker()).isEqualTo(ELSEWHERE);
        assertThat(shop.status(id)).isEqualTo(TaskStatus.PROCESSING);
        assertThat(shop.task(id).progress()).isNull();
        assertThat(shop.memory.<Integer>read(
                        reads -> reads.history().log(id, 0, 10).size()))
                .isZero();
    }
}
