package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a handler on a thread of its own. Whatever the handler does, the run ends with a settlement. */
final class HandlerRun implements Runnable, TaskContext {
    private static final Logger LOG = LoggerFactory.getLogger(HandlerRun.class);
    private static final Settlement NEVER_BEGUN = failed("the attempt was stopped before its handler began");
    private static final Settlement BEYOND_WORDS = failed("the handler failed with an error that cannot be described");

    private final TaskHandler handler;
    private final Payload payload;
    private final Hold hold;
    private final Consumer<? super Settlement> whenEnded;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    HandlerRun(TaskHandler handler, Payload payload, Hold hold, Consumer<? super Settlement> whenEnded) {
        this.handler = handler;
        this.payload = payload;
        this.hold = hold;
        this.whenEnded = whenEnded;
    }

    @Override
    public void run() {
        Settlement settlement = BEYOND_WORDS;
        try {
            settlement = begin() ? handle() : NEVER_BEGUN;
        } finally {
            end();
            whenEnded.accept(settlement);
        }
    }

    /** Tells the handler to end, by its context and by an interrupt. Never reaches what its thread does afterwards. */
    synchronized void stop() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public TaskId taskId() {
        return hold.id();
    }

    @Override
    public int attempt() {
        return hold.task().attempts();
    }

    @Override
    public Instant deadline() {
        return hold.deadline();
    }

    @Override
    public boolean isCancelled() {
        return stopped;
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        return !stopped;
    }

    private synchronized void end() {
        thread = null;
        Thread.interrupted();
    }

    /** Errors count as failures too: one broken handler must not end the work of the others. */
    private Settlement handle() {
        try {
            Result result = handler.handle(payload, this);
            return result == null ? failed("the handler returned no result") : new Settlement.Done(result);
        } catch (TaskRejectedException rejected) {
            return new Settlement.Failed(Failure.rejected(String.valueOf(rejected.getMessage())));
        } catch (Throwable thrown) {
            logUnlessStopped(thrown);
            return failed(thrown.toString());
        }
    }

    private void logUnlessStopped(Throwable thrown) {
        if (stopped) {
            LOG.debug("{} ended after it was stopped", hold, thrown);
        } else {
            LOG.warn("{} failed", hold, thrown);
        }
    }

    private static Settlement failed(String message) {
        return new Settlement.Failed(Failure.error(message));
    }
}
