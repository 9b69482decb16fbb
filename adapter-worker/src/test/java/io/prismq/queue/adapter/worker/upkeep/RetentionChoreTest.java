package io.prismq.queue.adapter.worker.upkeep;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.prismq.queue.adapter.worker.LogLines;
import io.prismq.queue.application.TaskRetention;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskCounts;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class RetentionChoreTest {
    private final SettableClock clock = new SettableClock();
    private final InMemoryTaskStore store = new InMemoryTaskStore(clock);
    private final RetentionChore chore =
            new RetentionChore(new TaskRetention(store, new TaskTypePolicies(Map.of(), TaskTypePolicy.DEFAULT), clock));

    @Test
    void tellsTheLogHowMany() throws ExecutionException, InterruptedException {
        finished(TaskStatus.COMPLETED);
        clock.advance(TaskTypePolicy.DEFAULT.retention().completed());

        try (LogLines lines = new LogLines(RetentionChore.class)) {
            chore.runOnce();

            assertThat(lines.at(Level.INFO))
                    .containsExactly("finished tasks that are kept no longer were deleted [tasks=1]");
        }
    }

    @Test
    void deletesWhatIsOverdueAndNothingElse() throws ExecutionException, InterruptedException {
        for (int n = 0; n < 250; n++) {
            finished(TaskStatus.COMPLETED);
        }
        Task failed = finished(TaskStatus.FAILED);
        clock.advance(TaskTypePolicy.DEFAULT.retention().completed());

        Duration wait = chore.runOnce();

        assertThat(wait).isPositive();
        TaskCounts left = store.read(reads -> reads.statistics().counts());
        assertThat(left.total()).isEqualTo(1);
        assertThat(left.of(failed.status())).isEqualTo(1);
    }

    private Task finished(TaskStatus status) {
        return store.write(tx -> Tasks.save(tx, Tasks.bring(tx.insert(aTask().build()), status)))
                .toCompletableFuture()
                .join();
    }
}
