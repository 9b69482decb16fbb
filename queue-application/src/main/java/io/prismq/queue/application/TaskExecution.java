package io.prismq.queue.application;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.port.Randomness;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.Transition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What workers do to tasks. Every settlement is fenced by the token of the lease: whoever lost it changes nothing. */
public final class TaskExecution {
    private final TaskStore store;
    private final TaskTypePolicies policies;
    private final Randomness randomness;
    private final WorkerRegistry workers;
    private final ClaimSignals signals;

    public TaskExecution(
            TaskStore store,
            TaskTypePolicies policies,
            Randomness randomness,
            WorkerRegistry workers,
            ClaimSignals signals) {
        this.store = store;
        this.policies = policies;
        this.randomness = randomness;
        this.workers = workers;
        this.signals = signals;
    }

    /** {@link #claim(ClaimCommand, By)} by a worker of this process. */
    public CompletionStage<List<StoredTask>> claim(ClaimCommand command) {
        return claim(command, By.ANONYMOUS);
    }

    /** Leases tasks that the worker can run; none where there are none. */
    public CompletionStage<List<StoredTask>> claim(ClaimCommand command, By by) {
        workers.claims(command.worker(), command.skills());
        return store.write(tx -> claim(tx, command), 0, by);
    }

    /**
     * Leases tasks as soon as there are some that the worker can run; none when the wait ends first. No thread waits.
     *
     * @param wait not negative
     * @param abandoned ends the wait when it completes, and no claim begins after it; what a claim under way brings is
     *     told all the same. Of this claim alone, as it keeps what depends on it
     */
    public CompletionStage<List<StoredTask>> claim(
            ClaimCommand command, Duration wait, CompletionStage<?> abandoned, By by) {
        if (wait.isZero()) {
            return claim(command, by);
        }
        return new LongPoll(() -> claim(command, by), signals, command.skills(), abandoned).run(wait);
    }

    /** {@link #settle(Settlement, By)} by a worker of this process. */
    public CompletionStage<SettlementOutcome> settle(Settlement settlement) {
        return settle(settlement, By.ANONYMOUS);
    }

    /** Settles one task. */
    public CompletionStage<SettlementOutcome> settle(Settlement settlement, By by) {
        return store.write(tx -> settle(tx, settlement), settlement.word().heldBytes(), by);
    }

    /** {@link #settle(List, By)} by a worker of this process. */
    public CompletionStage<List<SettlementOutcome>> settle(List<Settlement> settlements) {
        return settle(settlements, By.ANONYMOUS);
    }

    /** Settles each task by itself, all in one commit: a lost lease is no hindrance to the others. */
    public CompletionStage<List<SettlementOutcome>> settle(List<Settlement> settlements, By by) {
        long heldBytes = settlements.stream()
                .mapToLong(settlement -> settlement.word().heldBytes())
                .sum();
        return store.write(
                tx -> settlements.stream()
                        .map(settlement -> settle(tx, settlement))
                        .toList(),
                heldBytes,
                by);
    }

    private List<StoredTask> claim(TaskTransaction tx, ClaimCommand command) {
        List<StoredTask> held =
                command.id().map(id -> tx.offers().held(command.worker(), id)).orElse(List.of()).stream()
                        .filter(stored ->
                                command.skills().types().contains(stored.task().type()))
                        .toList();
        return held.isEmpty() ? new Selection(tx, command, policies, randomness).claim() : held;
    }

    private SettlementOutcome settle(TaskTransaction tx, Settlement settlement) {
        return tx.find(settlement.id())
                .map(task -> settlement
                        .word()
                        .apply(task, settlement.token(), () -> backoff(task), tx.now())
                        .fold(moved -> settled(tx, settlement, moved), refusal -> recorded(tx, settlement)))
                .orElseGet(SettlementOutcome.NotFound::new);
    }

    private SettlementOutcome settled(TaskTransaction tx, Settlement settlement, Transition.Moved moved) {
        Task saved = tx.save(moved);
        settlement.word().keep(tx, settlement.id());
        moved.ended().or(saved::attempt).map(Attempt::worker).ifPresent(workers::tells);
        return moved.ended()
                .<SettlementOutcome>map(SettlementOutcome.Ended::new)
                .orElseGet(() -> new SettlementOutcome.GoesOn(saved));
    }

    /** A worker whose answer was lost says the same again. */
    private static SettlementOutcome recorded(TaskTransaction tx, Settlement settlement) {
        return tx.history()
                .attempt(settlement.id(), settlement.token())
                .filter(attempt -> attempt.end() != null
                        && settlement.word().isAnsweredBy(attempt.end().outcome()))
                .<SettlementOutcome>map(SettlementOutcome.Ended::new)
                .orElseGet(SettlementOutcome.LeaseLost::new);
    }

    private Duration backoff(Task task) {
        return policies.of(task.type()).backoff().delayAfter(task.attempts(), randomness.fraction());
    }
}
