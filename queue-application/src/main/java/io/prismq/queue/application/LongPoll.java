package io.prismq.queue.application;

import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A claim that is tried again each time it is woken, until it brings something or its wait is over. */
final class LongPoll {
    private final Supplier<CompletionStage<List<StoredTask>>> claim;
    private final ClaimSignals signals;
    private final ClaimSignals.Ticket ticket;

    LongPoll(Supplier<CompletionStage<List<StoredTask>>> claim, ClaimSignals signals, Skills skills) {
        this.claim = claim;
        this.signals = signals;
        this.ticket = signals.open(skills);
    }

    CompletionStage<List<StoredTask>> run(Duration wait, CompletionStage<?> abandoned) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        over.completeOnTimeout(null, wait.toMillis(), TimeUnit.MILLISECONDS).thenRun(ticket::end);
        abandoned.thenRun(() -> over.complete(null));
        return attempt().whenComplete((tasks, error) -> {
            ticket.close();
            over.complete(null);
        });
    }

    /** Ready to be woken before it looks: what is queued behind its back wakes it. */
    private CompletionStage<List<StoredTask>> attempt() {
        CompletableFuture<Boolean> woken = ticket.arm();
        return claim.get()
                .thenCompose(tasks -> tasks.isEmpty()
                        ? woken.thenComposeAsync(
                                again -> again ? attempt() : CompletableFuture.completedStage(List.of()),
                                signals.threads())
                        : CompletableFuture.completedStage(tasks));
    }
}
