package io.prismq.queue.benchmarks.budget;

import java.util.List;

/** All that is measured, in the order of their numbers. */
public final class Budgets {
    public static final List<Measurement> ALL = List.of(
            new EnqueueBudget(),
            new SingleBudget(),
            new ConnectionsBudget(),
            new BatchBudget(),
            new DrainBudget(),
            new HandlerBudget(),
            new ReactionBudget(),
            new BacklogBudget(),
            new MemoryBudget(),
            new StartBudget(),
            new PromiseBudget(),
            new SlotsBudget());

    private Budgets() {}
}
