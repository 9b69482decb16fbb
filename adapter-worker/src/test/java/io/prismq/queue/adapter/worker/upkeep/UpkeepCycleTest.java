package io.prismq.queue.adapter.worker.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.worker.SteppedStore;
import io.prismq.queue.adapter.worker.Workshop;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.testing.SeededRandomness;
import io.prismq.queue.domain.testing.TaskBuilder;
import io.prismq.queue.domain.testing.Tasks;
import io.prismq.queue.domain.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpkeepCycleTest {
    private final Workshop shop = new Workshop(1);
    private final TaskUpkeep moves = new TaskUpkeep(shop.store, Workshop.POLICIES, new SeededRandomness(3));
    private final UpkeepCycle upkeep =
            new UpkeepCycle(shop.store, moves, shop.registry, shop.clock, new Pulse(System::nanoTime));

    @Test
    void writes_nothing_when_nothing_is_ripe() throws Exception {
        insertDue(Duration.ofMillis(1));

        upkeep.runOnce();

        assertThat(shop.store.writes()).isZero();
    }

    @Test
    void promotes_what_is_due() throws Exception {
        TaskId id = insertDue(Duration.ofSeconds(2));
        shop.clock.advance(Duration.ofSeconds(2));

        upkeep.runOnce();

        assertThat(shop.status(id)).isEqualTo(TaskStatus.QUEUED);
    }

    @Test
    void repeats_while_a_batch_is_full() throws Exception {
        for (int i = 0; i <= TaskUpkeep.BATCH; i++) {
            insertDue(Duration.ofSeconds(1));
        }
        shop.clock.advance(Duration.ofSeconds(1));

        upkeep.runOnce();

        assertThat(shop.memory.read(reads -> reads.statistics().counts()).of(TaskStatus.QUEUED))
                .isEqualTo(TaskUpkeep.BATCH + 1L);
        assertThat(shop.store.writes()).isEqualTo(2);
    }

    @Test
    void plans_the_next_look_for_the_next_due_time() throws Exception {
        insertDue(Duration.ofMillis(120));

        assertThat(upkeep.runOnce()).isEqualTo(Tasks.NOW.plusMillis(120));
    }

    @Test
    void looks_twice_a_second_though_nothing_is_foreseen() throws Exception {
        Instant next = upkeep.runOnce();

        assertThat(next).isEqualTo(Tasks.NOW.plusMillis(500));
    }

    @Test
    void a_lease_under_grace_does_not_hide_a_task_that_falls_due() throws Exception {
        insertQueued();
        shop.claimElsewhere();
        shop.clock.advance(Tasks.LEASE);
        upkeep.resume();
        insertDue(Duration.ofMillis(100));

        Instant next = upkeep.runOnce();

        assertThat(next).isEqualTo(shop.clock.now().plusMillis(100));
        assertThat(shop.memory.read(reads -> reads.statistics().counts()).of(TaskStatus.PROCESSING))
                .isEqualTo(1);
    }

    @Test
    void ends_leases_that_ran_out_once_the_grace_is_over() throws Exception {
        TaskId id = insertQueued();
        shop.claimElsewhere();
        shop.clock.advance(Tasks.LEASE);
        upkeep.resume();
        shop.clock.advance(TaskUpkeep.GRACE);

        upkeep.runOnce();

        assertThat(shop.status(id)).isEqualTo(TaskStatus.QUEUED);
    }

    @Test
    void ends_a_lease_of_its_own_time_without_grace() throws Exception {
        TaskId id = insertQueued();
        shop.claimElsewhere();
        shop.clock.advance(Tasks.LEASE);

        upkeep.runOnce();

        assertThat(shop.status(id)).isEqualTo(TaskStatus.QUEUED);
    }

    @Test
    void keeps_no_lease_for_the_length_of_a_jump_of_the_clock() throws Exception {
        TaskId id = insertQueued();
        shop.claimElsewhere();
        upkeep.resume();
        upkeep.runOnce();
        shop.clock.advance(Duration.ofHours(-1));

        upkeep.runOnce();
        assertThat(shop.status(id)).isEqualTo(TaskStatus.PROCESSING);

        shop.clock.advance(Tasks.LEASE);
        upkeep.runOnce();
        assertThat(shop.status(id)).isEqualTo(TaskStatus.QUEUED);
    }

    @Test
    void keeps_no_lease_for_the_length_of_a_jump_before_its_first_look() throws Exception {
        TaskId id = insertQueued();
        shop.claimElsewhere();
        shop.clock.advance(Duration.ofHours(-1));
        UpkeepCycle afterwards =
                new UpkeepCycle(shop.store, moves, shop.registry, shop.clock, new Pulse(System::nanoTime));

        afterwards.runOnce();
        shop.clock.advance(Tasks.LEASE);
        afterwards.runOnce();

        assertThat(shop.status(id)).isEqualTo(TaskStatus.QUEUED);
    }

    /** Its holder lives, but its handler hangs. */
    @Test
    void times_an_attempt_out_no_later_by_the_length_of_a_jump() throws Exception {
        TaskId id = insertQueued();
        shop.claimElsewhere();
        upkeep.runOnce();
        shop.clock.advance(Duration.ofHours(-1));
        upkeep.runOnce();

        for (Duration kept = Duration.ZERO; kept.compareTo(Workshop.TIMEOUT) < 0; kept = kept.plusSeconds(20)) {
            assertThat(shop.status(id)).isEqualTo(TaskStatus.PROCESSING);
            shop.heartbeatElsewhere(id);
            shop.clock.advance(Duration.ofSeconds(20));
            upkeep.runOnce();
        }

        assertThat(shop.task(id).failure()).extracting(Failure::kind).isEqualTo(FailureKind.TIMEOUT);
    }

    @Test
    void fails_what_nobody_claimed_in_time() throws Exception {
        TaskId id = insert(Tasks.aTask().timeToLive(Duration.ofSeconds(3)).createdAt(shop.clock.now()));
        shop.clock.advance(Duration.ofSeconds(3));

        upkeep.runOnce();

        assertThat(shop.status(id)).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void stores_who_works_on_the_queue() throws Exception {
        shop.claimElsewhere();

        upkeep.runOnce();

        List<Worker> stored = shop.memory.read(reads -> reads.workers().all());
        assertThat(stored).extracting(Worker::id).containsExactly(new WorkerId("elsewhere"));
    }

    @Test
    void says_why_the_workers_cannot_be_stored() {
        SteppedStore full = new SteppedStore(shop.memory);
        WorkerRegistry workers = new WorkerRegistry(full, shop.clock, WorkerRegistry.DEFAULT_SILENCE);
        full.failNext(new StoreFullException("no room"));

        assertThatThrownBy(
                        new UpkeepCycle(shop.store, moves, workers, shop.clock, new Pulse(System::nanoTime))::runOnce)
                .isInstanceOf(StoreFullException.class);
    }

    private TaskId insertQueued() {
        return insertDue(Duration.ZERO);
    }

    private TaskId insertDue(Duration delay) {
        return insert(Tasks.aTask().createdAt(shop.clock.now()).delay(delay));
    }

    private TaskId insert(TaskBuilder task) {
        return shop.memory
                .write(tx -> tx.insert(task.build()).id())
                .toCompletableFuture()
                .join();
    }
}
