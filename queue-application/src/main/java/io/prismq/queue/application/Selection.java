package io.prismq.queue.application;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.ClaimOrder;
import io.prismq.queue.domain.port.Randomness;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.Claim;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.PriorityDraw;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Leases tasks to one claim, inside one unit of work, by the strategy of the claim. A task whose time to live has just
 * passed is left to {@link TaskUpkeep}.
 */
final class Selection {
    private final TaskTransaction tx;
    private final ClaimCommand command;
    private final TaskTypePolicies policies;
    private final Randomness randomness;
    private final List<StoredTask> claimed = new ArrayList<>();

    Selection(TaskTransaction tx, ClaimCommand command, TaskTypePolicies policies, Randomness randomness) {
        this.tx = tx;
        this.command = command;
        this.policies = policies;
        this.randomness = randomness;
    }

    List<StoredTask> claim() {
        switch (command.strategy()) {
            case PRIORITY -> claimFirst(ClaimOrder.PRIORITY);
            case FIFO -> claimFirst(ClaimOrder.OLDEST);
            case LIFO -> claimFirst(ClaimOrder.NEWEST);
            case WEIGHTED_RANDOM -> claimDrawn();
        }
        return List.copyOf(claimed);
    }

    private void claimFirst(ClaimOrder order) {
        tx.offers()
                .claimable(new ClaimCriteria(
                        command.skills(), order, Optional.empty(), command.limit(), command.maxBytes()))
                .forEach(this::claim);
    }

    /** Draws a level for each task anew. A level that has nothing to give is not drawn again. */
    private void claimDrawn() {
        List<Priority> levels = new ArrayList<>(tx.offers().levels(command.skills()));
        long left = command.maxBytes();
        while (!levels.isEmpty() && claimed.size() < command.limit() && left > 0) {
            Priority level = PriorityDraw.among(levels, randomness.fraction());
            List<StoredTask> oldest = tx.offers()
                    .claimable(new ClaimCriteria(command.skills(), ClaimOrder.OLDEST, Optional.of(level), 1, left));
            if (oldest.isEmpty() || !claim(oldest.get(0))) {
                levels.remove(level);
            } else {
                left -= oldest.get(0).payload().json().length();
            }
        }
    }

    private boolean claim(StoredTask found) {
        Task task = found.task();
        TaskTypePolicy policy = policies.of(task.type());
        Claim claim = new Claim(
                command.worker(),
                randomness.leaseToken(),
                command.leaseLength().orElse(policy.leaseLength()),
                policy.attemptTimeout(),
                command.id().orElse(null));
        return task.claim(claim, tx.now())
                .fold(
                        moved -> claimed.add(new StoredTask(tx.save(moved), found.payload(), found.result())),
                        refusal -> false);
    }
}
