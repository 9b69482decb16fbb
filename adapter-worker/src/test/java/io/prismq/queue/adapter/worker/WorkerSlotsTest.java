package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Slots of types with bounds of their own. Tasks of one priority are claimed in the order of their enqueue. */
class WorkerSlotsTest {
    private static final TaskType NARROW = new TaskType("narrow");
    private static final TaskType NARROWER = new TaskType("narrower");
    private static final TaskType WIDE = new TaskType("wide");

    private final Workshop shop = worker(10, Map.of(NARROW, 3, NARROWER, 1));

    @Test
    void of_a_type_are_never_exceeded() {
        enqueue(20, NARROW);

        shop.cycle.runOnce();
        shop.cycle.runOnce();

        assertThat(running(NARROW)).isEqualTo(3);
    }

    @Test
    void of_other_types_are_filled_while_a_type_is_at_its_bound() {
        enqueue(20, NARROW);
        enqueue(20, WIDE);

        shop.cycle.runOnce();

        assertThat(running(NARROW)).isEqualTo(3);
        assertThat(running(WIDE)).isEqualTo(7);
    }

    @Test
    void are_filled_whatever_the_order_of_the_types() {
        enqueue(20, WIDE);
        enqueue(20, NARROW);
        enqueue(20, NARROWER);

        shop.cycle.runOnce();

        assertThat(running(WIDE)).isEqualTo(10);
    }

    @Test
    void are_filled_with_few_claims() {
        enqueue(20, WIDE);

        shop.cycle.runOnce();

        assertThat(shop.store.writes()).isLessThanOrEqualTo(3);
    }

    @Test
    void are_filled_with_what_was_passed_over_where_nothing_else_is_left() {
        enqueue(2, WIDE);
        enqueue(20, NARROWER);
        enqueue(20, NARROW);

        shop.cycle.runOnce();

        assertThat(running(WIDE)).isEqualTo(2);
        assertThat(running(NARROWER)).isEqualTo(1);
        assertThat(running(NARROW)).isEqualTo(3);
    }

    @Test
    void that_get_free_go_to_the_oldest_task_though_another_type_has_many() {
        enqueue(10, WIDE);
        shop.cycle.runOnce();
        TaskId older = shop.enqueue(NARROWER, "{}");
        enqueue(50, WIDE);

        shop.threads.runNext();
        shop.cycle.runOnce();

        assertThat(shop.status(older)).isEqualTo(TaskStatus.PROCESSING);
    }

    @Test
    void of_a_type_are_free_again_when_one_of_its_tasks_ends() {
        List<TaskId> ids = enqueue(2, NARROWER);
        shop.cycle.runOnce();
        assertThat(shop.status(ids.get(1))).isEqualTo(TaskStatus.QUEUED);

        shop.threads.runNext();
        shop.cycle.runOnce();

        assertThat(shop.status(ids.get(0))).isEqualTo(TaskStatus.COMPLETED);
        assertThat(shop.status(ids.get(1))).isEqualTo(TaskStatus.PROCESSING);
    }

    @Test
    void are_all_filled_where_every_type_has_a_bound() {
        Workshop bounded = worker(10, Map.of(WIDE, 5, NARROW, 3, NARROWER, 1));
        Stream.of(WIDE, NARROW, NARROWER)
                .forEach(type -> IntStream.range(0, 20).forEach(i -> bounded.enqueue(type, "{}")));

        bounded.cycle.runOnce();

        assertThat(bounded.threads.waiting()).isEqualTo(9);
    }

    @Test
    void ask_for_nothing_while_all_types_are_at_their_bounds() {
        Workshop bounded = worker(10, Map.of(WIDE, 1, NARROW, 1, NARROWER, 1));
        Stream.of(WIDE, NARROW, NARROWER).forEach(type -> bounded.enqueue(type, "{}"));
        bounded.cycle.runOnce();
        int writes = bounded.store.writes();

        bounded.enqueue(WIDE, "{}");
        bounded.pass(WorkerSettings.DEFAULT_POLL_INTERVAL);

        assertThat(bounded.store.writes()).isEqualTo(writes);
    }

    @Test
    void of_a_type_bound_what_is_claimed_ahead_too() {
        Workshop ahead = worker(new Slots(2, Map.of(NARROWER, 1), 5));
        IntStream.range(0, 10).forEach(i -> ahead.enqueue(NARROWER, "{}"));
        IntStream.range(0, 10).forEach(i -> ahead.enqueue(WIDE, "{}"));

        ahead.cycle.runOnce();

        assertThat(running(ahead, NARROWER)).isEqualTo(1);
        assertThat(running(ahead, WIDE)).isEqualTo(6);
        assertThat(ahead.threads.waiting()).isEqualTo(2);
    }

    private List<TaskId> enqueue(int count, TaskType type) {
        return IntStream.range(0, count).mapToObj(i -> shop.enqueue(type, "{}")).toList();
    }

    private long running(TaskType type) {
        return running(shop, type);
    }

    private static long running(Workshop worker, TaskType type) {
        return worker.memory.read(reads -> reads.statistics().counts()).cells().stream()
                .filter(cell -> cell.type().equals(type) && cell.status() == TaskStatus.PROCESSING)
                .mapToLong(cell -> cell.count())
                .sum();
    }

    private static Workshop worker(int slots, Map<TaskType, Integer> byType) {
        return worker(new Slots(slots, byType, 0));
    }

    /** Its handlers wait to be run. */
    private static Workshop worker(Slots slots) {
        TaskHandler[] handlers = Stream.of(NARROW, NARROWER, WIDE)
                .map(type -> Handlers.ofType(type, (payload, context) -> new Result("1")))
                .toArray(TaskHandler[]::new);
        Workshop worker = new Workshop(Workshop.settings(slots), handlers);
        worker.threads.hold();
        return worker;
    }
}
