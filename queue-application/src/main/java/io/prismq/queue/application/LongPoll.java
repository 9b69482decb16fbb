package io.prismq.queue.application;

import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A claim that is tried again each time it is woken, until it brings something or its wait is over. */
final class LongPoll {
    private final Supplier<CompletionStage<List<StoredTask>>> claim;
    private final ClaimSignals signals;
    private final ClaimWaiters.Ticket ticket;
    private final CompletableFuture<?> abandoned;

    LongPoll(
            Supplier<CompletionStage<List<StoredTask>>> claim,
            ClaimSignals signals,
            Skills skills,
            CompletionStage<?> abandoned) {
        this.claim = claim;
        this.signals = signals;
        this.ticket = signals.enter(skills);
        this.abandoned = abandoned.toCompletableFuture();
    }

    CompletionStage<List<StoredTask>> run(Duration wait) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        over.completeOnTimeout(null, wait.toMillis(), TimeUnit.MILLISECONDS).thenRun(ticket::end);
        abandoned.whenComplete((left, error) -> over.complete(null));
        return CompletableFuture.completedStage(true).thenCompose(this::next).whenComplete((tasks, error) -> {
            signals.leave(ticket, Optional.ofNullable(tasks));
            over.complete(null);
        });
    }

    /** Nobody would take what an abandoned claim brings. */
    private CompletionStage<List<StoredTask>> next(boolean again) {
        return again && !abandoned.isDone() ? look() : CompletableFuture.completedStage(List.of());
    }

    /** Ready to be woken before it looks: what is queued behind its back wakes it. */
    private CompletionStage<List<StoredTask>> look() {
        CompletableFuture<Boolean> woken = ticket.arm();
        return claim.get()
                .thenCompose(tasks -> tasks.isEmpty()
                        ? woken.thenComposeAsync(this::next, signals.threads())
                        : CompletableFuture.completedStage(tasks));
    }
}
