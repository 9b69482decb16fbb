package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.port.WorkerReads;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.worker.RunningTask;
import io.prismq.queue.domain.worker.Worker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Those who are registered, and what they hold. Not safe for use by many threads. */
final class Workers implements WorkerReads {
    private final Map<String, Worker> rows = new TreeMap<>();
    private final TaskTable tasks;

    Workers(TaskTable tasks) {
        this.tasks = tasks;
    }

    /** Puts the one, or none, under the id, and says what was there. */
    @Nullable
    Worker replace(WorkerId id, @Nullable Worker after) {
        return after == null ? rows.remove(id.value()) : rows.put(id.value(), after);
    }

    @Override
    public List<Worker> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public List<RunningTask> running(int limit) {
        return tasks.timed(Timer.LEASE)
                .limit(limit)
                .flatMap(
                        task -> Optional.ofNullable(task.lease())
                                .map(Lease::worker)
                                .map(worker -> new RunningTask(worker, task.id()))
                                .stream())
                .toList();
    }
}
