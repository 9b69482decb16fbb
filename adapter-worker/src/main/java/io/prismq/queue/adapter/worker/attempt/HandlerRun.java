package io.prismq.queue.adapter.worker.attempt;

import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** One call of a handler on a thread of its own. Whatever the handler does, the run ends with a word for the store. */
final class HandlerRun implements Runnable {
    private final TaskHandler handler;
    private final Payload payload;
    private final AttemptContext context;
    private final Workplace place;
    private @Nullable Thread thread;
    private volatile Settlement.@Nullable Word end;

    /** A run to be started. Its end wakes the place, but not where there is no memory left to tell. */
    HandlerRun(TaskHandler handler, Payload payload, AttemptContext context, Workplace place) {
        this.handler = handler;
        this.payload = payload;
        this.context = context;
        this.place = place;
    }

    @Override
    public void run() {
        ThreadTraits before = ThreadTraits.ofThisThread();
        long begunAt = System.nanoTime();
        context.hold().fields().forEach(MDC::put);
        Settlement.Word verdict = Verdict.BEYOND_WORDS;
        try {
            verdict = begin() ? Verdict.of(handler, payload, context) : Verdict.NEVER_BEGUN;
        } finally {
            MDC.clear();
            leave(before);
            end = verdict;
            place.mailbox().wake();
            tell(verdict, Duration.ofNanos(System.nanoTime() - begunAt));
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

    private void tell(Settlement.Word verdict, Duration took) {
        RunObserver.RunEnd how =
                verdict instanceof Settlement.Complete ? RunObserver.RunEnd.COMPLETED : RunObserver.RunEnd.FAILED;
        place.observer()
                .ended(new RunObserver.EndedRun(
                        context.hold().task(),
                        context.hold().lease().worker(),
                        took,
                        context.isCancelled() ? RunObserver.RunEnd.STOPPED : how));
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
