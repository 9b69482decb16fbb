package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.worker.attempt.RunObserver.EndedRun;
import io.prismq.queue.adapter.worker.attempt.RunObserver.RunEnd;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.testing.Tasks;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What those are told who watch handlers, and what the lines of a handler's log have. */
class RunObserverTest {
    @Test
    void is_told_what_ran_where_and_how_it_came_back() {
        Workshop shop = new Workshop(1, Handlers.echo());
        TaskId id = shop.enqueue("{}");

        shop.cycle.runOnce();

        assertThat(shop.runs).singleElement().satisfies(run -> {
            assertThat(run.task().id()).isEqualTo(id);
            assertThat(run.task().attempts()).isEqualTo(1);
            assertThat(run.worker()).isEqualTo(Tasks.WORKER);
            assertThat(run.took()).isPositive();
            assertThat(run.end()).isEqualTo(RunEnd.COMPLETED);
        });
    }

    @Test
    void is_told_of_a_failure() {
        Workshop shop = new Workshop(1, Handlers.thatDoes((payload, context) -> {
            throw new IllegalStateException("no luck");
        }));
        shop.enqueue("{}");

        shop.cycle.runOnce();

        assertThat(shop.runs).extracting(EndedRun::end).containsExactly(RunEnd.FAILED);
    }

    @Test
    void the_lines_of_a_handler_have_the_fields_of_its_task_and_later_ones_have_not() {
        Workshop shop = new Workshop(
                1, Handlers.thatDoes((payload, context) -> new Result("\"" + MDC.getCopyOfContextMap() + "\"")));
        TaskId id = shop.enqueue("{}");

        shop.cycle.runOnce();

        assertThat(shop.stored(id).toString())
                .contains("task_id=1", "type=" + Tasks.TYPE, "worker=" + Tasks.WORKER.value(), "attempt=1");
        assertThat(MDC.getCopyOfContextMap()).isIn(null, Map.of());
    }
}
