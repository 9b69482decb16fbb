package io.prismq.queue.adapter.worker.attempt;

import io.prismq.queue.adapter.worker.loop.Mailbox;
import io.prismq.queue.adapter.worker.loop.Trouble;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.domain.port.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the parts of one worker share. */
public record Workplace(TaskExecution execution, Clock clock, Mailbox mailbox, Trouble trouble, RunObserver observer) {

    /** Asks without waiting; the answer, or why there is none, comes as an event. */
    public <R> void ask(
            Function<TaskExecution, CompletionStage<R>> question,
            Consumer<? super R> answered,
            Consumer<? super Throwable> failed) {
        begin(question)
                .whenComplete((answer, error) -> mailbox.post(() -> {
                    if (error == null) {
                        answered.accept(answer);
                    } else {
                        failed.accept(cause(error));
                    }
                }));
    }

    private <R> CompletionStage<R> begin(Function<TaskExecution, CompletionStage<R>> question) {
        try {
            return question.apply(execution);
        } catch (RuntimeException atOnce) {
            return CompletableFuture.failedStage(atOnce);
        }
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : error;
    }
}
