package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.port.WorkerRegister;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.worker.RunningTask;
import io.prismq.queue.domain.worker.Worker;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one unit of work sees of the register and changes in it. */
final class InMemoryRegister implements WorkerRegister {
    private final Workers workers;
    private final Deque<Runnable> undo;

    InMemoryRegister(Workers workers, Deque<Runnable> undo) {
        this.workers = workers;
        this.undo = undo;
    }

    @Override
    public void put(Worker worker) {
        replace(worker.id(), worker);
    }

    @Override
    public void remove(WorkerId id) {
        replace(id, null);
    }

    @Override
    public List<Worker> all() {
        return workers.all();
    }

    @Override
    public List<RunningTask> running(int limit) {
        return workers.running(limit);
    }

    private void replace(WorkerId id, @Nullable Worker after) {
        Worker before = workers.replace(id, after);
        undo.push(() -> workers.replace(id, before));
    }
}
