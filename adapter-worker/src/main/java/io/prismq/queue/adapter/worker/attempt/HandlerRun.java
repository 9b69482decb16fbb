package io.prismq.queue.adapter.worker.attempt;

import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of a handler on a thread of its own. Whatever the handler does, the run ends with a word for the store. */
final class HandlerRun implements Runnable {
    private final TaskHandler handler;
    private final Payload payload;
    private final AttemptContext context;
    private final Runnable ended;
    private @Nullable Thread thread;
    private volatile Settlement.@Nullable Word end;

    /**
     * A run to be started.
     *
     * @param ended told once it has ended, on its thread; not where there is no memory left to tell
     */
    HandlerRun(TaskHandler handler, Payload payload, AttemptContext context, Runnable ended) {
        this.handler = handler;
        this.payload = payload;
        this.context = context;
        this.ended = ended;
    }

    @Override
    public void run() {
        ThreadTraits before = ThreadTraits.ofThisThread();
        Settlement.Word verdict = Verdict.BEYOND_WORDS;
        try {
            verdict = begin() ? Verdict.of(handler, payload, context) : Verdict.NEVER_BEGUN;
        } finally {
            leave(before);
            end = verdict;
            ended.run();
        }
    }

    /** Tells the handler to end, by its context and by an interrupt. Never reaches what its thread does afterwards. */
    synchronized void stop() {
        context.stop();
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** How the handler ended, once its thread is free. */
    Optional<Settlement.Word> end() {
        return Optional.ofNullable(end);
    }

    /** Where its handler is; nowhere while its thread does not run it. */
    synchronized Optional<StackTraceElement[]> stack() {
        return Optional.ofNullable(thread).map(Thread::getStackTrace);
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        return !context.isCancelled();
    }

    private synchronized void leave(ThreadTraits before) {
        thread = null;
        before.restore();
    }
}
