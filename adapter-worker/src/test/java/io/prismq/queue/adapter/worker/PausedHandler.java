package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** What a handler does that goes on until the test lets it end, whatever interrupts it. For threads of their own. */
final class PausedHandler implements Handlers.Work {
    private final BlockingQueue<TaskContext> begun = new LinkedBlockingQueue<>();
    private final ConcurrentMap<TaskId, Semaphore> mayEnd = new ConcurrentHashMap<>();

    @Override
    public Result handle(Payload payload, TaskContext context) {
        begun.add(context);
        mayEnd(context.taskId()).acquireUninterruptibly();
        return new Result("1");
    }

    /** The context of the next attempt that begins. */
    TaskContext awaitBegun() throws InterruptedException {
        return begun.take();
    }

    /** Lets an attempt of the task end, now or once it begins. */
    void letEnd(TaskId id) {
        mayEnd(id).release();
    }

    private Semaphore mayEnd(TaskId id) {
        return mayEnd.computeIfAbsent(id, key -> new Semaphore(0));
    }
}
